package fiberjwt2

import (
	"crypto/rsa"
	"os"

	"github.com/gofiber/fiber/v2"
	jwtware "github.com/gofiber/jwt/v2"
)

// Corrected leaves the method out: HS256 it is.
func Corrected(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{SigningKey: []byte(os.Getenv("ORDERS_KEY"))}))
}

// Chosen: another method than the default.
func Chosen(app *fiber.App, public *rsa.PublicKey) {
	app.Use(jwtware.New(jwtware.Config{SigningMethod: "RS256", SigningKey: public}))
}

// Several keys, one method.
func Several(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKeys: map[string]interface{}{"old": []byte(os.Getenv("OLD_KEY")), "new": []byte(os.Getenv("NEW_KEY"))},
	}))
}
