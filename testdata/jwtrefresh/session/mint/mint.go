// Package mint issues and verifies tokens for others.
package mint

import (
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func key() []byte { return []byte(os.Getenv("MINT_KEY")) }

// NewAccess issues access tokens.
func NewAccess(user string) (string, error) { return sign(user, time.Hour) }

// NewRefresh issues refresh tokens.
func NewRefresh(user string) (string, error) { return sign(user, 720*time.Hour) }

func sign(user string, life time.Duration) (string, error) {
	claims := &jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(life))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

// ParseRefresh verifies refresh tokens.
func ParseRefresh(raw string) (*jwt.RegisteredClaims, error) {
	claims := new(jwt.RegisteredClaims)
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return key(), nil })
	return claims, err
}

var used = make(map[string]bool)

// ParseOnce verifies a refresh token that has not been used before.
func ParseOnce(refreshToken string) (*jwt.RegisteredClaims, error) {
	claims, err := ParseRefresh(refreshToken)
	if used[refreshToken] {
		return nil, jwt.ErrTokenUnverifiable
	}
	used[refreshToken] = true
	return claims, err
}

// UserOf verifies a token and returns whose it is.
func UserOf(raw string) (string, error) {
	claims, err := ParseRefresh(raw)
	if err != nil {
		return "", err
	}
	return claims.Subject, nil
}

// IDOf verifies a token and returns its name.
func IDOf(raw string) (string, error) {
	claims, err := ParseRefresh(raw)
	if err != nil {
		return "", err
	}
	return claims.ID, nil
}

// Response is what clients get.
type Response struct{ Data any }

// NewResponse makes one.
func NewResponse(data any) *Response { return &Response{data} }
