package jwx

import (
	"github.com/lestrrat-go/jwx/jwa"
	"github.com/lestrrat-go/jwx/jwt"
)

// VulnerableUnasked expects an issuer, and does not ask for claims to be
// checked.
func VulnerableUnasked(raw string, key []byte) (string, error) {
	token, err := jwt.ParseString(raw, jwt.WithVerify(jwa.HS256, key), jwt.WithIssuer(login)) // want `add WithIssuer and WithValidate\(true\) \(jwtiss/missing\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// CorrectedAsked asks.
func CorrectedAsked(raw string, key []byte) (string, error) {
	token, err := jwt.ParseString(raw, jwt.WithVerify(jwa.HS256, key), jwt.WithIssuer(login), jwt.WithValidate(true))
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

func compared1(raw string) (string, error) {
	token, err := jwt.ParseString(raw, jwt.WithVerify(jwa.HS256, secret()))
	if err != nil {
		return "", err
	}
	if token.Issuer() != login {
		return "", errIssuer
	}
	return token.Subject(), nil
}
