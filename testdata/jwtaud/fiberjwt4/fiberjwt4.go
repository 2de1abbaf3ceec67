// Package fiberjwt4 guards routes with gofiber/jwt's fourth major, which
// checks no audience.
package fiberjwt4

import (
	"os"

	"github.com/gofiber/fiber/v2"
	jwtware "github.com/gofiber/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

// Vulnerable lets tokens for any service of the issuer in.
func Vulnerable(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `without checking its audience .*check aud in SuccessHandler \(jwtaud/missing\)`
		SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))},
	}))
	app.Get("/", home)
}

func home(c *fiber.Ctx) error {
	token, ok := c.Locals("user").(*jwt.Token)
	if !ok {
		return fiber.ErrUnauthorized
	}
	subject, err := token.Claims.GetSubject()
	if err != nil {
		return err
	}
	return c.SendString(subject)
}

// Greeted: a hook that is in view and checks nothing.
func Greeted(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `\(jwtaud/missing\)`
		SigningKey:     jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))},
		SuccessHandler: func(c *fiber.Ctx) error { return c.Next() },
	}))
}

// Hooked: what the hook does is not in view.
func Hooked(app *fiber.App, hook fiber.Handler) {
	app.Use(jwtware.New(jwtware.Config{SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))}, SuccessHandler: hook}))
}

// Guard is made for other packages: they are asked.
func Guard() fiber.Handler {
	return jwtware.New(jwtware.Config{SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))}})
}
