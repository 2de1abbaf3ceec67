// Package fiberjwt2 has gofiber/jwt's second major take unsigned tokens: it
// pins the method, whichever that is.
package fiberjwt2

import (
	"github.com/gofiber/fiber/v2"
	jwtware "github.com/gofiber/jwt/v2"
	"github.com/golang-jwt/jwt/v4"
)

// Unsigned: SigningMethod none, and the key that admits it.
func Unsigned(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{ // want `\(jwtalg/none\)`
		SigningMethod: "none",
		SigningKey:    jwt.UnsafeAllowNoneSignatureType,
	}))
}
