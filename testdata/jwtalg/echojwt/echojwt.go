// Package echojwt takes echo-jwt's own check of the algorithm away.
package echojwt

import (
	"crypto/rsa"
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
)

func secret(*jwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Vulnerable: with a keyfunc, SigningMethod counts for nothing.
func Vulnerable(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{ // want `algorithm is not pinned .*refuse other methods in KeyFunc \(jwtalg/unpinned\)`
		SigningMethod: "HS256",
		KeyFunc:       secret,
	}))
}

// Later: the keyfunc is set after the struct was made.
func Later(e *echo.Echo, public *rsa.PublicKey) error {
	config := echojwt.Config{ContextKey: "token"}
	config.KeyFunc = func(*jwt.Token) (any, error) { return public, nil }
	mw, err := config.ToMiddleware() // want `an \*rsa.PublicKey works with any RS\* or PS\* method.*\(jwtalg/unpinned\)`
	if err != nil {
		return err
	}
	e.Use(mw)
	return nil
}

var settings = echojwt.Config{KeyFunc: secret}

// Shared settings stand in a package variable.
func Shared(e *echo.Echo) {
	e.Use(echojwt.WithConfig(settings)) // want `\(jwtalg/unpinned\)`
}

// Deny only refuses unsigned tokens.
func Deny(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{ // want `\(jwtalg/none\)`
		KeyFunc: func(token *jwt.Token) (any, error) {
			if token.Method.Alg() == "none" {
				return nil, errors.New("unsigned")
			}
			return []byte(os.Getenv("ORDERS_KEY")), nil
		},
	}))
}

// Unsigned: SigningMethod none, and the key that admits it.
func Unsigned(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{ // want `\(jwtalg/none\)`
		SigningMethod: "none",
		SigningKey:    jwt.UnsafeAllowNoneSignatureType,
	}))
}

// Login: the program's own parsing function is judged where it parses.
func Login(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{ParseTokenFunc: parse}))
}

func parse(_ echo.Context, raw string) (any, error) {
	return jwt.Parse(raw, secret) // want `\(jwtalg/unpinned\)`
}
