// Package jwx issues two kinds of tokens step by step and takes either.
package jwx

import (
	"errors"
	"net/http"
	"os"
	"time"

	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwt"
)

var errKind = errors.New("a token of another kind")

func key() []byte { return []byte(os.Getenv("HARBOR_KEY")) }

// AccessToken lets its holder in.
func AccessToken(berth string) ([]byte, error) {
	tok, err := jwt.NewBuilder().Subject(berth).IssuedAt(time.Now()).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(tok, jwt.WithKey(jwa.HS256(), key()))
}

// NewRefreshToken is for another access token.
func NewRefreshToken(berth string) ([]byte, error) {
	tok, err := jwt.NewBuilder().Subject(berth).IssuedAt(time.Now()).Expiration(time.Now().Add(720 * time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(tok, jwt.WithKey(jwa.HS256(), key()))
}

// NewAccessToken is AccessToken by the name that tells what it makes.
func NewAccessToken(berth string) ([]byte, error) { return AccessToken(berth) }

// VulnerableBerth takes both.
func VulnerableBerth(raw []byte) (string, error) {
	tok, err := jwt.Parse(raw, jwt.WithKey(jwa.HS256(), key())) // want `refresh tokens pass as access tokens .*\(jwttyp/confusable\)`
	if err != nil {
		return "", err
	}
	berth, _ := tok.Subject()
	return berth, nil
}

// VulnerableGate does so before a handler.
func VulnerableGate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		tok, err := jwt.ParseRequest(r, jwt.WithKey(jwa.HS256(), key())) // want `refresh tokens pass as access tokens`
		if err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		berth, _ := tok.Subject()
		r.Header.Set("X-Berth", berth)
		next.ServeHTTP(w, r)
	})
}

// RefreshBerth takes what it is for.
func RefreshBerth(raw []byte) (string, error) {
	tok, err := jwt.Parse(raw, jwt.WithKey(jwa.HS256(), key()))
	if err != nil {
		return "", err
	}
	berth, _ := tok.Subject()
	return berth, nil
}

// FixedID asks a list by the token's own ID.
func FixedID(raw []byte, struck map[string]bool) error {
	tok, err := jwt.Parse(raw, jwt.WithKey(jwa.HS256(), key()))
	if err != nil {
		return err
	}
	if id, _ := tok.JwtID(); struck[id] {
		return errKind
	}
	return nil
}
