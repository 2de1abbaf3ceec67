// Package jwx trades and issues refresh tokens with the library of that name.
package jwx

import (
	"encoding/json"
	"net/http"
	"os"
	"time"

	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwt"
)

func key() []byte { return []byte(os.Getenv("JWX_KEY")) }

func newAccessToken(user string) (string, error) {
	tok, err := jwt.NewBuilder().Subject(user).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return "", err
	}
	signed, err := jwt.Sign(tok, jwt.WithKey(jwa.HS256(), key()))
	return string(signed), err
}

func VulnerableTrade(refreshToken string) (string, error) {
	tok, err := jwt.Parse([]byte(refreshToken), jwt.WithKey(jwa.HS256(), key())) // want `\(jwtrefresh/not-rotated\)`
	if err != nil {
		return "", err
	}
	user, _ := tok.Subject()
	return newAccessToken(user)
}

type Store interface{ Use(id string) error }

func FixedTrade(refreshToken string, store Store) (string, error) {
	tok, err := jwt.Parse([]byte(refreshToken), jwt.WithKey(jwa.HS256(), key()))
	if err != nil {
		return "", err
	}
	id, _ := tok.JwtID()
	if err := store.Use(id); err != nil {
		return "", err
	}
	user, _ := tok.Subject()
	return newAccessToken(user)
}

func VulnerableIssue(w http.ResponseWriter, _ *http.Request) {
	refresh, err := jwt.NewBuilder().Subject("me").Claim("role", "user").Expiration(time.Now().Add(720 * time.Hour)).Build()
	if err != nil {
		return
	}
	signed, err := jwt.Sign(refresh, jwt.WithKey(jwa.HS256(), key())) // want `\(jwtrefresh/unbound\)`
	if err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(string(signed))
}

func FixedIssue(w http.ResponseWriter, _ *http.Request) {
	refresh, err := jwt.NewBuilder().Subject("me").JwtID(time.Now().String()).Expiration(time.Now().Add(720 * time.Hour)).Build()
	if err != nil {
		return
	}
	signed, err := jwt.Sign(refresh, jwt.WithKey(jwa.HS256(), key()))
	if err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(string(signed))
}
