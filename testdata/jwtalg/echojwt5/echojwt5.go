// Package echojwt5 takes the check of the algorithm away that echo-jwt's fifth
// major makes by itself.
package echojwt5

import (
	"crypto/rsa"
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v5"
	"github.com/labstack/echo/v5"
)

func secret(*jwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Vulnerable: with a keyfunc, SigningMethod counts for nothing.
func Vulnerable(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{ // want `algorithm is not pinned .*refuse other methods in KeyFunc \(jwtalg/unpinned\)`
		SigningMethod: echojwt.AlgorithmHS256,
		KeyFunc:       secret,
	}))
}

// Made by the method instead, with a public key.
func Made(e *echo.Echo, public *rsa.PublicKey) error {
	config := echojwt.Config{KeyFunc: func(*jwt.Token) (any, error) { return public, nil }}
	guard, err := config.ToMiddleware() // want `an \*rsa.PublicKey works with any RS\* or PS\* method.*\(jwtalg/unpinned\)`
	if err != nil {
		return err
	}
	e.Use(guard)
	return nil
}

// Deny only refuses unsigned tokens.
func Deny(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{ // want `\(jwtalg/none\)`
		KeyFunc: func(token *jwt.Token) (any, error) {
			if token.Header["alg"] == "none" {
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

// Own: the program's own parsing function is judged where it parses.
func Own(e *echo.Echo) {
	e.Use(echojwt.WithConfig(echojwt.Config{
		ParseTokenFunc: func(_ *echo.Context, raw string) (any, error) {
			return jwt.Parse(raw, secret) // want `\(jwtalg/unpinned\)`
		},
	}))
}
