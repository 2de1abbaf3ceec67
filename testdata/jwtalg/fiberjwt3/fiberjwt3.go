// Package fiberjwt3 takes the check of the algorithm away that gofiber/jwt's
// third major makes by itself.
package fiberjwt3

import (
	"crypto/rsa"
	"errors"
	"os"

	"github.com/gofiber/fiber/v2"
	jwtware "github.com/gofiber/jwt/v3"
	"github.com/golang-jwt/jwt/v4"
)

// Vulnerable: with a keyfunc, SigningMethod counts for nothing.
func Vulnerable(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `a \[\]byte key works with any HS\* method.*refuse other methods in KeyFunc \(jwtalg/unpinned\)`
		SigningMethod: jwtware.HS256,
		KeyFunc:       secret,
	}))
}

func secret(*jwt.Token) (interface{}, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Later: the keyfunc is set after the struct was made.
func Later(app *fiber.App, public *rsa.PublicKey) {
	config := jwtware.Config{SigningMethod: jwtware.RS256}
	config.KeyFunc = func(*jwt.Token) (interface{}, error) { return public, nil }
	app.Use(jwtware.New(config)) // want `an \*rsa.PublicKey works with any RS\* or PS\* method.*\(jwtalg/unpinned\)`
}

// Unsigned: SigningMethod none, and the key that admits it.
func Unsigned(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `\(jwtalg/none\)`
		SigningMethod: "none",
		SigningKey:    jwt.UnsafeAllowNoneSignatureType,
	}))
}

// Deny only refuses unsigned tokens.
func Deny(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `\(jwtalg/none\)`
		KeyFunc: func(token *jwt.Token) (interface{}, error) {
			if token.Method.Alg() == "none" {
				return nil, errors.New("unsigned")
			}
			return []byte(os.Getenv("ORDERS_KEY")), nil
		},
	}))
}
