package carried

import "github.com/golang-jwt/jwt/v5"

// VulnerableSet has a key in its set that admits unsigned tokens.
func VulnerableSet(raw string, key []byte) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { // want `\(jwtalg/none\)`
		return jwt.VerificationKeySet{Keys: []jwt.VerificationKey{key, jwt.UnsafeAllowNoneSignatureType}}, nil
	})
	return err
}

// CorrectedSet lists the method: unsigned tokens do not get as far as the set.
func CorrectedSet(raw string, key []byte) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) {
		return jwt.VerificationKeySet{Keys: []jwt.VerificationKey{key, jwt.UnsafeAllowNoneSignatureType}}, nil
	}, jwt.WithValidMethods([]string{"HS256"}))
	return err
}
