// Package jwx verifies with lestrrat-go/jwx and does not ask who has issued the
// token.
package jwx

import (
	"errors"
	"log"
	"os"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwt3 "github.com/lestrrat-go/jwx/v3/jwt"
)

var errIssuer = errors.New("not from our desk")

func secret() []byte { return []byte(os.Getenv("DESK_KEY")) }

func subjectOf(token jwt3.Token) string {
	subject, _ := token.Subject()
	return subject
}

// VulnerableMissing expects an audience only.
func VulnerableMissing(raw string, key []byte) (string, error) {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, key), jwt.WithAudience("orders")) // want `without checking its issuer.*\(jwtiss/missing\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// VulnerableLogged tells the log who it was.
func VulnerableLogged(raw string, key []byte) (string, error) {
	token, err := jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), key)) // want `\(jwtiss/missing\)`
	if err != nil {
		return "", err
	}
	if issuer, ok := token.Issuer(); ok {
		log.Print("issued by ", issuer)
	}
	subject, _ := token.Subject()
	return subject, nil
}

// VulnerableOff expects an issuer, and switches that off.
func VulnerableOff(raw string, key []byte) (string, error) {
	token, err := jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), key), jwt3.WithIssuer("https://login.example"), jwt3.WithValidate(false)) // want `\(jwtiss/missing\)`
	if err != nil {
		return "", err
	}
	return subjectOf(token), nil
}

// VulnerableTautology expects the issuer that the token names.
func VulnerableTautology(raw string, key []byte) error {
	peek, err := jwt3.ParseInsecure([]byte(raw))
	if err != nil {
		return err
	}
	var issuer string
	if err := peek.Get("iss", &issuer); err != nil {
		return err
	}
	_, err = jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), key), jwt3.WithIssuer(issuer)) // want `\(jwtiss/tautology\)`
	return err
}

// VulnerableValidate does it with the other major, once the token is verified.
func VulnerableValidate(raw string, key []byte) error {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, key)) // want `\(jwtiss/tautology\)`
	if err != nil {
		return err
	}
	return jwt.Validate(token, jwt.WithIssuer(token.Issuer()))
}
