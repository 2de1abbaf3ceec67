// Package fibercontrib3 guards routes with the middleware of fiber's third
// major, which checks no issuer.
package fibercontrib3

import (
	"os"

	jwtware "github.com/gofiber/contrib/v3/jwt"
	"github.com/gofiber/fiber/v3"
)

// Vulnerable lets tokens of any issuer in.
func Vulnerable(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `without checking its issuer .*add jwt.WithIssuer to ParserOptions \(jwtiss/missing\)`
		SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))},
	}))
	app.Get("/", home)
}

func home(c fiber.Ctx) error {
	token := jwtware.FromContext(c)
	if token == nil {
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
	app.Use(jwtware.New(jwtware.Config{ // want `\(jwtiss/missing\)`
		SigningKey:     jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))},
		SuccessHandler: func(c fiber.Ctx) error { return c.Next() },
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
