// Package fiberjwt gives fiber's middleware keys that name no algorithm.
package fiberjwt

import (
	"crypto/rsa"
	"os"

	jwtware "github.com/gofiber/contrib/jwt"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
)

// Vulnerable accepts whatever hash the token names.
func Vulnerable(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `a \[\]byte key works with any HS\* method.*pin it in JWTAlg, or in KeyFunc.*\(jwtalg/unpinned\)`
		SigningKey: jwtware.SigningKey{Key: []byte(os.Getenv("ORDERS_KEY"))},
	}))
}

// Public is the same with a public key.
func Public(app *fiber.App, public *rsa.PublicKey) {
	key := jwtware.SigningKey{Key: public}
	app.Use(jwtware.New(jwtware.Config{SigningKey: key})) // want `an \*rsa.PublicKey works with any RS\* or PS\* method.*\(jwtalg/unpinned\)`
}

// Several keys, of which one names no algorithm.
func Several(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `\(jwtalg/unpinned\)`
		SigningKeys: map[string]jwtware.SigningKey{
			"old": {Key: []byte(os.Getenv("OLD_KEY"))},
			"new": {JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("NEW_KEY"))},
		},
	}))
}

// Beside a keyfunc, the algorithm of the key counts for nothing.
func Beside(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `\(jwtalg/unpinned\)`
		SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))},
		KeyFunc:    keyfunc(),
	}))
}

func keyfunc() jwt.Keyfunc {
	return func(*jwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }
}
