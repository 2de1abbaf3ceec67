package fiberjwt

import (
	"crypto/rsa"
	"errors"
	"os"

	jwtware "github.com/gofiber/contrib/jwt"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
)

// Corrected names the algorithm of its key.
func Corrected(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))},
	}))
}

// Beforehand: the key is made before the settings.
func Beforehand(app *fiber.App, public *rsa.PublicKey) {
	key := jwtware.SigningKey{JWTAlg: jwtware.RS256}
	key.Key = public
	app.Use(jwtware.New(jwtware.Config{SigningKey: key}))
}

// All keys name their algorithms.
func All(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKeys: map[string]jwtware.SigningKey{
			"old": {JWTAlg: jwtware.HS384, Key: []byte(os.Getenv("OLD_KEY"))},
			"new": {JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("NEW_KEY"))},
		},
	}))
}

// Checking keyfunc.
func Checking(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		KeyFunc: func(token *jwt.Token) (any, error) {
			if _, ok := token.Method.(*jwt.SigningMethodHMAC); !ok {
				return nil, errors.New("unexpected method")
			}
			return []byte(os.Getenv("ORDERS_KEY")), nil
		},
	}))
}

// Published keys come from a key set, which is not in view.
func Published(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{JWKSetURLs: []string{"https://login.example/keys"}}))
}
