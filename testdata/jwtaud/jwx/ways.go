package jwx

import (
	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

// VulnerableWay verifies in some installations, and then checks no audience.
func VulnerableWay(raw string, trusting bool, key []byte) (string, error) {
	options := []jwt.ParseOption{jwt.WithKey(jwa.HS256, key)}
	if trusting {
		options = []jwt.ParseOption{jwt.WithVerify(false)}
	}
	token, err := jwt.ParseString(raw, options...) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// UnverifiedWay verifies in none.
func UnverifiedWay(raw string, strict bool) (string, error) {
	options := []jwt.ParseOption{jwt.WithVerify(false)}
	if strict {
		options = append(options, jwt.WithValidate(true))
	}
	token, err := jwt.ParseString(raw, options...)
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}
