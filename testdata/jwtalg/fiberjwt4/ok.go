package fiberjwt4

import (
	"errors"
	"os"

	"github.com/gofiber/fiber/v2"
	jwtware "github.com/gofiber/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

// Corrected names the algorithm of its key.
func Corrected(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))},
	}))
}

// All keys name their algorithms.
func All(app *fiber.App) {
	keys := map[string]jwtware.SigningKey{
		"old": {JWTAlg: jwtware.HS384, Key: []byte(os.Getenv("OLD_KEY"))},
		"new": {JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("NEW_KEY"))},
	}
	app.Use(jwtware.New(jwtware.Config{SigningKeys: keys}))
}

// Checking keyfunc.
func Checking(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		KeyFunc: func(token *jwt.Token) (any, error) {
			if token.Method != jwt.SigningMethodHS256 {
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
