// Package jwx verifies with lestrrat-go/jwx, whose tokens are their own claims,
// and does not ask for whom they are.
package jwx

import (
	"errors"
	"log"
	"net/http"
	"os"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwk3 "github.com/lestrrat-go/jwx/v3/jwk"
	jwt3 "github.com/lestrrat-go/jwx/v3/jwt"
)

var errAudience = errors.New("not for us")

func secret() []byte { return []byte(os.Getenv("DESK_KEY")) }

// VulnerableMissing expects an issuer only.
func VulnerableMissing(raw string, key []byte) (string, error) {
	token, err := jwt.Parse([]byte(raw), jwt.WithKey(jwa.HS256, key), jwt.WithIssuer("https://login.example")) // want `without checking its audience .*; pass jwt.WithAudience or compare aud \(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// VulnerableMissing3 reads the audience for the log.
func VulnerableMissing3(raw string, key []byte) (string, error) {
	token, err := jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), key)) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	audience, _ := token.Audience()
	log.Print("token for ", audience)
	subject, _ := token.Subject()
	return subject, nil
}

// VulnerableOff expects an audience, and switches that off.
func VulnerableOff(raw string, key []byte) (string, error) {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, key), jwt.WithAudience("orders"), jwt.WithValidate(false)) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// VulnerableTautology expects the audience that the token names.
func VulnerableTautology(raw string, key []byte) error {
	peek, err := jwt.ParseInsecure([]byte(raw))
	if err != nil || len(peek.Audience()) == 0 {
		return errAudience
	}
	_, err = jwt.ParseString(raw, jwt.WithKey(jwa.HS256, key), jwt.WithAudience(peek.Audience()[0])) // want `\(jwtaud/tautology\)`
	return err
}

// VulnerableValidate does the same after the token is verified.
func VulnerableValidate(raw string, key []byte) error {
	token, err := jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), key)) // want `\(jwtaud/tautology\)`
	if err != nil {
		return err
	}
	audience, _ := token.Audience()
	if len(audience) == 0 {
		return errAudience
	}
	return jwt3.Validate(token, jwt3.WithAudience(audience[0]))
}

func handler(set jwk3.Set) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, err := jwt3.ParseRequest(r, jwt3.WithKeySet(set)) // want `\(jwtaud/missing\)`
		if err != nil {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		subject, _ := token.Subject()
		log.Print(subject)
	}
}

func validated(raw string) (jwt.Token, error) {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, secret()), jwt.WithValidate(false)) // want `\(jwtaud/missing\)`
	if err != nil {
		return nil, err
	}
	return token, jwt.Validate(token, jwt.WithIssuer("https://login.example"))
}

func another(raw string) (bool, error) {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, secret())) // want `\(jwtaud/missing\)`
	if err != nil {
		return false, err
	}
	tenant, ok := token.Get("tenant")
	return ok && tenant == "acme", nil
}
