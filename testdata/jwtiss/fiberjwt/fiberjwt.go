// Package fiberjwt guards routes with fiber's middleware, which checks no
// issuer.
package fiberjwt

import (
	"os"

	jwtware "github.com/gofiber/contrib/jwt"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
)

// Vulnerable lets tokens of any issuer in.
func Vulnerable(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `without checking its issuer .*check iss in SuccessHandler \(jwtiss/missing\)`
		SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))},
	}))
	app.Get("/", func(c *fiber.Ctx) error {
		token, ok := c.Locals("user").(*jwt.Token)
		if !ok {
			return fiber.ErrUnauthorized
		}
		subject, err := token.Claims.GetSubject()
		if err != nil {
			return err
		}
		return c.SendString(subject)
	})
}

// Guard is made for other packages: they are asked.
func Guard() fiber.Handler {
	return jwtware.New(jwtware.Config{
		SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))},
	})
}
