package jwx

import (
	"net/http"

	"github.com/lestrrat-go/jwx/jwa"
	"github.com/lestrrat-go/jwx/jwt"
)

// VulnerableUnasked expects an audience, and does not ask for claims to be
// checked.
func VulnerableUnasked(raw string, key []byte) (string, error) {
	token, err := jwt.ParseString(raw, jwt.WithVerify(jwa.HS256, key), jwt.WithAudience("orders")) // want `add WithAudience and WithValidate\(true\) \(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// CorrectedAsked asks.
func CorrectedAsked(raw string, key []byte) (string, error) {
	token, err := jwt.ParseString(raw, jwt.WithVerify(jwa.HS256, key), jwt.WithAudience("orders"), jwt.WithValidate(true))
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// later asks once the token is verified.
func later(r *http.Request) (string, error) {
	token, err := jwt.ParseRequest(r, jwt.WithVerify(jwa.HS256, secret()))
	if err != nil {
		return "", err
	}
	if err := jwt.Validate(token, jwt.WithAudience("orders")); err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// configured may ask.
func configured(raw string, validate bool) (string, error) {
	token, err := jwt.ParseString(raw, jwt.WithVerify(jwa.HS256, secret()), jwt.WithAudience("orders"), jwt.WithValidate(validate))
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

func never(raw string) (string, error) {
	token, err := jwt.ParseString(raw, jwt.WithVerify(jwa.HS256, secret()), jwt.WithAudience("orders"), jwt.WithValidate(false)) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// parsed has no key, and so verifies nothing.
func parsed(raw string) (jwt.Token, error) { return jwt.ParseString(raw) }
