// Package jose trades and issues refresh tokens with go-jose.
package jose

import (
	"encoding/json"
	"net/http"
	"os"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

func key() []byte { return []byte(os.Getenv("JOSE_KEY")) }

func signer() (jose.Signer, error) {
	return jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: key()}, nil)
}

func newAccessToken(user string) (string, error) {
	s, err := signer()
	if err != nil {
		return "", err
	}
	claims := jwt.Claims{Subject: user, Expiry: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt.Signed(s).Claims(claims).Serialize()
}

func read(raw string) (*jwt.Claims, error) {
	tok, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		return nil, err
	}
	claims := new(jwt.Claims)
	if err := tok.Claims(key(), claims); err != nil {
		return nil, err
	}
	return claims, claims.Validate(jwt.Expected{Time: time.Now()})
}

func VulnerableTrade(refreshToken string) (string, error) {
	claims, err := read(refreshToken) // want `\(jwtrefresh/not-rotated\)`
	if err != nil {
		return "", err
	}
	return newAccessToken(claims.Subject)
}

type Store interface{ Use(id string) error }

func FixedTrade(refreshToken string, store Store) (string, error) {
	claims, err := read(refreshToken)
	if err != nil {
		return "", err
	}
	if err := store.Use(claims.ID); err != nil {
		return "", err
	}
	return newAccessToken(claims.Subject)
}

func VulnerableIssue(w http.ResponseWriter, s jose.Signer) {
	claims := jwt.Claims{Subject: "me", Expiry: jwt.NewNumericDate(time.Now().Add(720 * time.Hour))}
	refresh, err := jwt.Signed(s).Claims(claims).Serialize() // want `\(jwtrefresh/unbound\)`
	if err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(refresh)
}

func FixedIssue(w http.ResponseWriter, s jose.Signer) {
	claims := jwt.Claims{ID: time.Now().String(), Subject: "me", Expiry: jwt.NewNumericDate(time.Now().Add(720 * time.Hour))}
	refresh, err := jwt.Signed(s).Claims(claims).Serialize()
	if err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(refresh)
}
