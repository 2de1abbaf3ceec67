// Package echo4 takes the check of the algorithm away that echo's own
// middleware makes by itself, in the last release that has it.
package echo4

import (
	"crypto/rsa"
	"errors"
	"os"

	"github.com/golang-jwt/jwt"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

func secret(*jwt.Token) (interface{}, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Vulnerable: with a keyfunc, SigningMethod counts for nothing.
func Vulnerable(e *echo.Echo) {
	e.Use(middleware.JWTWithConfig(middleware.JWTConfig{ // want `algorithm is not pinned .*refuse other methods in KeyFunc \(jwtalg/unpinned\)`
		SigningMethod: middleware.AlgorithmHS256,
		KeyFunc:       secret,
	}))
}

// Changed: the settings begin as the library's own.
func Changed(e *echo.Echo, public *rsa.PublicKey) {
	config := middleware.DefaultJWTConfig
	config.KeyFunc = func(*jwt.Token) (interface{}, error) { return public, nil }
	e.Use(middleware.JWTWithConfig(config)) // want `an \*rsa.PublicKey works with any RS\* or PS\* method.*\(jwtalg/unpinned\)`
}

// Deny only refuses unsigned tokens.
func Deny(e *echo.Echo) {
	e.Use(middleware.JWTWithConfig(middleware.JWTConfig{ // want `\(jwtalg/none\)`
		KeyFunc: func(token *jwt.Token) (interface{}, error) {
			if token.Method.Alg() == "none" {
				return nil, errors.New("unsigned")
			}
			return []byte(os.Getenv("ORDERS_KEY")), nil
		},
	}))
}

// Unsigned: SigningMethod none, and the key that admits it.
func Unsigned(e *echo.Echo) {
	e.Use(middleware.JWTWithConfig(middleware.JWTConfig{ // want `\(jwtalg/none\)`
		SigningMethod: "none",
		SigningKey:    jwt.UnsafeAllowNoneSignatureType,
	}))
}

// Own: the program's own parsing function is judged where it parses.
func Own(e *echo.Echo) {
	e.Use(middleware.JWTWithConfig(middleware.JWTConfig{
		ParseTokenFunc: func(raw string, _ echo.Context) (interface{}, error) {
			return jwt.Parse(raw, secret) // want `\(jwtalg/unpinned\)`
		},
	}))
}
