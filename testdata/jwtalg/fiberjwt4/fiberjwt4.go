// Package fiberjwt4 gives gofiber/jwt's fourth major keys that name no
// algorithm.
package fiberjwt4

import (
	"crypto/rsa"
	"errors"
	"os"

	"github.com/gofiber/fiber/v2"
	jwtware "github.com/gofiber/jwt/v4"
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
	config := jwtware.Config{}
	config.SigningKey.Key = public
	app.Use(jwtware.New(config)) // want `an \*rsa.PublicKey works with any RS\* or PS\* method.*\(jwtalg/unpinned\)`
}

// Several keys, none of which names its algorithm.
func Several(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `\(jwtalg/unpinned\)`
		SigningKeys: map[string]jwtware.SigningKey{
			"old": {Key: []byte(os.Getenv("OLD_KEY"))},
			"new": {Key: []byte(os.Getenv("NEW_KEY"))},
		},
	}))
}

// Beside a keyfunc, the algorithm of the key counts for nothing.
func Beside(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `\(jwtalg/unpinned\)`
		SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))},
		KeyFunc:    secret,
	}))
}

func secret(*jwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Unsigned: the algorithm none, and the key that admits it.
func Unsigned(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `\(jwtalg/none\)`
		SigningKey: jwtware.SigningKey{JWTAlg: "none", Key: jwt.UnsafeAllowNoneSignatureType},
	}))
}

// Deny only refuses unsigned tokens.
func Deny(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `\(jwtalg/none\)`
		KeyFunc: func(token *jwt.Token) (any, error) {
			if token.Method.Alg() == "none" {
				return nil, errors.New("unsigned")
			}
			return []byte(os.Getenv("ORDERS_KEY")), nil
		},
	}))
}
