// Package gojose issues two kinds of tokens with one key and takes either.
package gojose

import (
	"errors"
	"os"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

var errKind = errors.New("a token of another kind")

func key() []byte { return []byte(os.Getenv("MILL_KEY")) }

// Miller is what the tokens say beside the registered claims.
type Miller struct {
	Wheel string `json:"wheel"`
	Use   string `json:"use,omitempty"`
}

// NewAccessToken opens the mill.
func NewAccessToken(who, wheel string) (string, error) {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: key()}, nil)
	if err != nil {
		return "", err
	}
	claims := jwt.Claims{Subject: who, Expiry: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt.Signed(signer).Claims(claims).Claims(Miller{Wheel: wheel}).Serialize()
}

// NewRefreshToken is for the next one.
func NewRefreshToken(who, wheel string) (string, error) {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: key()}, nil)
	if err != nil {
		return "", err
	}
	claims := jwt.Claims{Subject: who, Expiry: jwt.NewNumericDate(time.Now().Add(720 * time.Hour))}
	return jwt.Signed(signer).Claims(claims).Claims(Miller{Wheel: wheel}).Serialize()
}

func parse(raw string) (*jwt.JSONWebToken, error) {
	return jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS256})
}

// VulnerableWheel takes both.
func VulnerableWheel(raw string) (string, error) {
	tok, err := parse(raw)
	if err != nil {
		return "", err
	}
	var claims jwt.Claims
	var miller Miller
	if err := tok.Claims(key(), &claims, &miller); err != nil { // want `refresh tokens pass as access tokens .*\(jwttyp/confusable\)`
		return "", err
	}
	if err := claims.Validate(jwt.Expected{Time: time.Now()}); err != nil {
		return "", err
	}
	return miller.Wheel, nil
}

// FixedWheel looks at the use, which nobody sets yet.
func FixedWheel(raw string) (string, error) {
	tok, err := parse(raw)
	if err != nil {
		return "", err
	}
	var claims jwt.Claims
	var miller Miller
	if err := tok.Claims(key(), &claims, &miller); err != nil {
		return "", err
	}
	if miller.Use != "access" {
		return "", errKind
	}
	return miller.Wheel, claims.Validate(jwt.Expected{Time: time.Now()})
}

func saltKey() []byte { return []byte(os.Getenv("SALT_KEY")) }

func sign(claims any) (string, error) {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS512, Key: saltKey()}, nil)
	if err != nil {
		return "", err
	}
	return jwt.Signed(signer).Claims(claims).Serialize()
}

// NewAccess says whom it is for.
func NewAccess(who string) (string, error) {
	return sign(jwt.Claims{Subject: who, Audience: jwt.Audience{"salt"}, Expiry: jwt.NewNumericDate(time.Now().Add(time.Hour))})
}

// NewRefresh says so too.
func NewRefresh(who string) (string, error) {
	return sign(jwt.Claims{Subject: who, Audience: jwt.Audience{"refresh"}, Expiry: jwt.NewNumericDate(time.Now().Add(720 * time.Hour))})
}

// FixedAudience holds them to it; the claims of sign are out of view anyway.
func FixedAudience(raw string) (string, error) {
	tok, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS512})
	if err != nil {
		return "", err
	}
	var claims jwt.Claims
	if err := tok.Claims(saltKey(), &claims); err != nil {
		return "", err
	}
	return claims.Subject, claims.Validate(jwt.Expected{AnyAudience: jwt.Audience{"salt"}, Time: time.Now()})
}
