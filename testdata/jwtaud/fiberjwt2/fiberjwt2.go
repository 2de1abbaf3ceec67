// Package fiberjwt2 guards routes with gofiber/jwt's second major, which
// checks no audience.
package fiberjwt2

import (
	"os"

	"github.com/gofiber/fiber/v2"
	jwtware "github.com/gofiber/jwt/v2"
	"github.com/golang-jwt/jwt/v4"
)

// Vulnerable lets tokens for any service of the issuer in.
func Vulnerable(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `without checking its audience .*check aud in SuccessHandler \(jwtaud/missing\)`
		SigningKey: []byte(os.Getenv("ORDERS_KEY")),
	}))
	app.Get("/", home)
}

func home(c *fiber.Ctx) error {
	token, ok := c.Locals("user").(*jwt.Token)
	if !ok {
		return fiber.ErrUnauthorized
	}
	claims, ok := token.Claims.(jwt.MapClaims)
	if !ok {
		return fiber.ErrUnauthorized
	}
	subject, _ := claims["sub"].(string)
	return c.SendString(subject)
}

// Greeted: a hook that is in view and checks nothing.
func Greeted(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `\(jwtaud/missing\)`
		SigningKey:     []byte(os.Getenv("ORDERS_KEY")),
		SuccessHandler: func(c *fiber.Ctx) error { return c.Next() },
	}))
}

// Hooked: what the hook does is not in view.
func Hooked(app *fiber.App, hook fiber.Handler) {
	app.Use(jwtware.New(jwtware.Config{SigningKey: []byte(os.Getenv("ORDERS_KEY")), SuccessHandler: hook}))
}

// Guard is made for other packages: they are asked.
func Guard() fiber.Handler {
	return jwtware.New(jwtware.Config{SigningKey: []byte(os.Getenv("ORDERS_KEY"))})
}
