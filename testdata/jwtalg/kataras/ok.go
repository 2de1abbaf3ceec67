package kataras

import (
	"os"

	"github.com/kataras/jwt"

	"example.com/fixtures/jwtalg/confusable"
)

// Corrected names the algorithm in use.
func Corrected(raw string) error {
	_, err := jwt.Verify(jwt.HS256, []byte(os.Getenv("ORDERS_KEY")), []byte(raw))
	return err
}

// CorrectedSecret parses the public key.
func CorrectedSecret(raw string) error {
	key, err := jwt.ParsePublicKeyRSA([]byte(confusable.PublicPEM))
	if err != nil {
		return err
	}
	_, err = jwt.Verify(jwt.RS256, key, []byte(raw))
	return err
}

// Configured: whoever runs the program says which.
func Configured(alg jwt.Alg, key any, raw []byte) (*jwt.VerifiedToken, error) {
	return jwt.Verify(alg, key, raw)
}

// Keyed looks the key up by its id, each with its own algorithm.
func Keyed(keys jwt.Keys, raw []byte) (map[string]any, error) {
	var claims map[string]any
	err := keys.VerifyToken(raw, &claims)
	return claims, err
}

func Encrypted(key, raw []byte, decrypt jwt.InjectFunc) (*jwt.VerifiedToken, error) {
	return jwt.VerifyEncrypted(jwt.HS512, key, decrypt, raw)
}

func Signed(key []byte) ([]byte, error) { return jwt.Sign(jwt.HS256, key, jwt.Map{"sub": "visitor"}) }
