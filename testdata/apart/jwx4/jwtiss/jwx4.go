// Package jwx4 verifies with the fourth major of lestrrat-go/jwx and expects no
// issuer.
package jwx4

import (
	"os"

	"github.com/lestrrat-go/jwx/v4/jwa"
	"github.com/lestrrat-go/jwx/v4/jwt"
)

func secret() []byte { return []byte(os.Getenv("DESK_KEY")) }

// Vulnerable lets tokens of any issuer in.
func Vulnerable(raw string) error {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), secret())) // want `without checking its issuer .*\(jwtiss/missing\)`
	if err != nil {
		return err
	}
	return named(token)
}

// VulnerableOff expects an issuer, and switches that off.
func VulnerableOff(raw string) error {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), secret()), jwt.WithIssuer("https://login.example"), jwt.WithValidate(false)) // want `\(jwtiss/missing\)`
	if err != nil {
		return err
	}
	return named(token)
}

// VulnerableTautology expects what the token says.
func VulnerableTautology(raw string) error {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), secret())) // want `\(jwtiss/tautology\)`
	if err != nil {
		return err
	}
	issuer, _ := token.Issuer()
	return jwt.Validate(token, jwt.WithIssuer(issuer))
}
