// Package jwx4 verifies with the fourth major of lestrrat-go/jwx and expects no
// audience.
package jwx4

import (
	"os"

	"github.com/lestrrat-go/jwx/v4/jwa"
	"github.com/lestrrat-go/jwx/v4/jwt"
)

func secret() []byte { return []byte(os.Getenv("DESK_KEY")) }

// Vulnerable lets tokens for any service of the issuer in.
func Vulnerable(raw string) error {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), secret())) // want `without checking its audience .*\(jwtaud/missing\)`
	if err != nil {
		return err
	}
	return named(token)
}

// VulnerableOff expects an audience, and switches that off.
func VulnerableOff(raw string) error {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), secret()), jwt.WithAudience("orders"), jwt.WithValidate(false)) // want `\(jwtaud/missing\)`
	if err != nil {
		return err
	}
	return named(token)
}

// VulnerableTautology expects what the token says.
func VulnerableTautology(raw string) error {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), secret())) // want `\(jwtaud/tautology\)`
	if err != nil {
		return err
	}
	audience, _ := token.Audience()
	return jwt.Validate(token, jwt.WithAudience(audience[0]))
}
