// Package fiberjwt4 gives gofiber/jwt's fourth major keys that stand in
// the source.
package fiberjwt4

import (
	"os"

	"github.com/gofiber/fiber/v2"
	jwtware "github.com/gofiber/jwt/v4"
)

// Vulnerable names the secret in the settings.
func Vulnerable(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte("hunter2")}, // want `\(jwtkey/hardcoded\)`
	}))
}

// Several keys stand in a map.
func Several(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKeys: map[string]jwtware.SigningKey{
			"old": {JWTAlg: jwtware.HS256, Key: []byte("the old one")}, // want `\(jwtkey/hardcoded\)`
			"new": {JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("NEW_KEY"))},
		},
	}))
}

// Fallback is what counts where nobody sets the variable.
func Fallback(app *fiber.App) {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "development" // want `\(jwtkey/default\)`
	}
	app.Use(jwtware.New(jwtware.Config{SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(key)}}))
}

// Unset is no key at all.
func Unset(app *fiber.App) {
	var key []byte
	app.Use(jwtware.New(jwtware.Config{SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: key}})) // want `\(jwtkey/empty\)`
}

// Corrected reads it from the environment.
func Corrected(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{SigningKey: jwtware.SigningKey{JWTAlg: jwtware.HS256, Key: []byte(os.Getenv("ORDERS_KEY"))}}))
}
