// Package fiberjwt3 gives gofiber/jwt's third major keys that stand in
// the source.
package fiberjwt3

import (
	"os"

	"github.com/gofiber/fiber/v2"
	jwtware "github.com/gofiber/jwt/v3"
	"github.com/golang-jwt/jwt/v4"
)

// Vulnerable names the secret in the settings.
func Vulnerable(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKey: []byte("hunter2"), // want `\(jwtkey/hardcoded\)`
	}))
}

// Several keys stand in a map.
func Several(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		SigningKeys: map[string]interface{}{
			"old": []byte("the old one"), // want `\(jwtkey/hardcoded\)`
			"new": []byte(os.Getenv("NEW_KEY")),
		},
	}))
}

// Fallback is what counts where nobody sets the variable.
func Fallback(app *fiber.App) {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "development" // want `\(jwtkey/default\)`
	}
	app.Use(jwtware.New(jwtware.Config{SigningKey: []byte(key)}))
}

// Unset is no key at all.
func Unset(app *fiber.App) {
	var key []byte
	app.Use(jwtware.New(jwtware.Config{SigningKey: key})) // want `\(jwtkey/empty\)`
}

// Corrected reads it from the environment.
func Corrected(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{SigningKey: []byte(os.Getenv("ORDERS_KEY"))}))
}

// Kept: the keyfunc returns the key.
func Kept(app *fiber.App) {
	app.Use(jwtware.New(jwtware.Config{
		KeyFunc: func(*jwt.Token) (interface{}, error) {
			return []byte("of the keyfunc"), nil // want `\(jwtkey/hardcoded\)`
		},
	}))
}
