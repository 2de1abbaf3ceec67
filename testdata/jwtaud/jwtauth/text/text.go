// Package text verifies tokens that do not come through a middleware.
package text

import (
	"errors"
	"net/http"
	"os"
	"slices"

	"github.com/go-chi/jwtauth/v5"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

var (
	loose   = jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil)
	careful = jwtauth.New("HS256", []byte(os.Getenv("ORDERS_KEY")), nil, jwt.WithAudience("orders"))
)

// Vulnerable verifies a text.
func Vulnerable(raw string) (string, error) {
	token, err := jwtauth.VerifyToken(loose, raw) // want `pass jwt.WithAudience to jwtauth.New \(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// Corrected expects an audience.
func Corrected(raw string) (string, error) {
	token, err := jwtauth.VerifyToken(careful, raw)
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// Compared compares it.
func Compared(raw string) (string, error) {
	token, err := jwtauth.VerifyToken(loose, raw)
	if err != nil {
		return "", err
	}
	if !slices.Contains(token.Audience(), "orders") {
		return "", errors.New("not for us")
	}
	return token.Subject(), nil
}

// VulnerableRequest verifies that of a request.
func VulnerableRequest(r *http.Request) (string, error) {
	token, err := jwtauth.VerifyRequest(loose, r, jwtauth.TokenFromHeader) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// CorrectedRequest expects an audience.
func CorrectedRequest(r *http.Request) (string, error) {
	token, err := jwtauth.VerifyRequest(careful, r, jwtauth.TokenFromHeader)
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// VulnerableDecode: decoding looks at the signature alone, whatever the options say.
func VulnerableDecode(raw string) (string, error) {
	token, err := careful.Decode(raw) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}
