// Package ok tells the kinds of its tokens apart, each function in another way.
package ok

import (
	"context"
	"errors"
	"os"
	"time"

	old "github.com/dgrijalva/jwt-go"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

func key() []byte { return []byte(os.Getenv("DESK_KEY")) }

// Desk says what it is for.
type Desk struct {
	User string `json:"user"`
	Use  string `json:"use"`
	jwt.RegisteredClaims
}

func until(life time.Duration) jwt.RegisteredClaims {
	return jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(life))}
}

func GenerateAccessToken(user string) (string, error) {
	claims := Desk{User: user, Use: "access", RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

func GenerateRefreshToken(user string) (string, error) {
	claims := Desk{User: user, Use: "refresh", RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(720 * time.Hour))}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

func FixedUse(raw string) (string, error) {
	claims := new(Desk)
	if _, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return key(), nil }); err != nil {
		return "", err
	}
	if claims.Use != "access" {
		return "", errors.New("not for access")
	}
	return claims.User, nil
}

func read(raw string) (*Desk, error) {
	claims := new(Desk)
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return key(), nil })
	return claims, err
}

// FixedCaller looks where the claims come back to.
func FixedCaller(raw string) (string, error) {
	claims, err := read(raw)
	if err != nil {
		return "", err
	}
	if claims.Use != "access" {
		return "", errors.New("not for access")
	}
	return claims.User, nil
}

// Two has two keys.
type Two struct{ access, refresh []byte }

func (t *Two) GenerateAccessToken(user string) (string, error) {
	claims := v4.MapClaims{"sub": user, "exp": time.Now().Add(time.Hour).Unix()}
	return v4.NewWithClaims(v4.SigningMethodHS256, claims).SignedString(t.access)
}

func (t *Two) GenerateRefreshToken(user string) (string, error) {
	claims := v4.MapClaims{"sub": user, "exp": time.Now().Add(720 * time.Hour).Unix()}
	return v4.NewWithClaims(v4.SigningMethodHS256, claims).SignedString(t.refresh)
}

func (t *Two) FixedKey(raw string) (any, error) {
	token, err := v4.Parse(raw, func(*v4.Token) (any, error) { return t.access, nil })
	if err != nil {
		return nil, err
	}
	return token.Claims.(v4.MapClaims)["sub"], nil
}

// One has one key, and claims that only access tokens have.
type One struct{ secret []byte }

func (o *One) GenerateAccessToken(user, role string) (string, error) {
	claims := v4.MapClaims{"sub": user, "role": role, "exp": time.Now().Add(time.Hour).Unix()}
	return v4.NewWithClaims(v4.SigningMethodHS256, claims).SignedString(o.secret)
}

func (o *One) GenerateRefreshToken(user string) (string, error) {
	claims := v4.MapClaims{"sub": user, "exp": time.Now().Add(720 * time.Hour).Unix()}
	return v4.NewWithClaims(v4.SigningMethodHS256, claims).SignedString(o.secret)
}

func (o *One) FixedRole(raw string) (string, error) {
	token, err := v4.Parse(raw, func(*v4.Token) (any, error) { return o.secret, nil })
	if err != nil {
		return "", err
	}
	role, ok := token.Claims.(v4.MapClaims)["role"].(string)
	if !ok {
		return "", errors.New("no role")
	}
	return role, nil
}

func mailKey() []byte { return []byte(os.Getenv("MAIL_KEY")) }

func NewAccessToken(user string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: user, Audience: jwt.ClaimStrings{"desk"}, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(mailKey())
}

func NewResetToken(user string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: user, Audience: jwt.ClaimStrings{"reset"}, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(mailKey())
}

func FixedAudience(raw string) (string, error) {
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw, &claims, func(*jwt.Token) (any, error) { return mailKey(), nil }, jwt.WithAudience("desk"))
	return claims.Subject, err
}

func listKey() []byte { return []byte(os.Getenv("LIST_KEY")) }

// Sessions knows the tokens that are good.
type Sessions interface {
	Has(ctx context.Context, raw string) bool
}

func IssueAccessToken(user string) (string, error) {
	claims := old.StandardClaims{Subject: user, ExpiresAt: time.Now().Add(time.Hour).Unix()}
	return old.NewWithClaims(old.SigningMethodHS256, claims).SignedString(listKey())
}

func IssueRefreshToken(user string) (string, error) {
	claims := old.StandardClaims{Subject: user, ExpiresAt: time.Now().Add(720 * time.Hour).Unix()}
	return old.NewWithClaims(old.SigningMethodHS256, claims).SignedString(listKey())
}

func FixedSession(ctx context.Context, sessions Sessions, raw string) (string, error) {
	var claims old.StandardClaims
	_, err := old.ParseWithClaims(raw, &claims, func(*old.Token) (any, error) { return listKey(), nil })
	if err != nil || !sessions.Has(ctx, raw) {
		return "", errors.New("no session")
	}
	return claims.Subject, nil
}

var _ = until
