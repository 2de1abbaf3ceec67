package fiberjwt3

import (
	"errors"
	"os"

	"github.com/gofiber/fiber/v2"
	jwtware "github.com/gofiber/jwt/v3"
	"github.com/golang-jwt/jwt/v4"
)

// Corrected compares the method in the keyfunc.
func Corrected(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		KeyFunc: func(token *jwt.Token) (interface{}, error) {
			if token.Method.Alg() != jwtware.HS256 {
				return nil, errors.New("unexpected method")
			}
			return []byte(os.Getenv("ORDERS_KEY")), nil
		},
	}))
}

// Default: HS256 only.
func Default(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{SigningKey: []byte(os.Getenv("ORDERS_KEY"))}))
}

// Published keys come from a key set, which is not in view.
func Published(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{KeySetURLs: []string{"https://login.example/keys"}}))
}
