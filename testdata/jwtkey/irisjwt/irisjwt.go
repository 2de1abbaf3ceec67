// Package irisjwt gives iris's middleware keys that stand in the source.
package irisjwt

import (
	"os"
	"time"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/middleware/jwt"
)

// Shared is what another package signs with.
var Shared = []byte("hunter2") // want `\(jwtkey/hardcoded\)`

// Vulnerable verifies with it.
func Vulnerable(app *iris.Application) {
	verifier := jwt.NewVerifier(jwt.HS256, Shared)
	verifier.WithDefaultBlocklist()
	app.Use(verifier.Verify(nil))
}

// Text: the library takes text for a key, too.
func Text(app *iris.Application) {
	app.Use(jwt.NewVerifier(jwt.HS256, "a text of some length").Verify(nil)) // want `\(jwtkey/hardcoded\)`
}

// Fallback is what counts where nobody sets the variable.
func Fallback(app *iris.Application) {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "development" // want `\(jwtkey/default\)`
	}
	app.Use(jwt.NewVerifier(jwt.HS256, []byte(key)).Verify(nil))
}

var unset []byte // want `\(jwtkey/empty\)`

// Unset verifies with nothing.
func Unset(app *iris.Application) { app.Use(jwt.NewVerifier(jwt.HS256, unset).Verify(nil)) }

// Corrected reads it from the environment.
func Corrected(app *iris.Application) {
	app.Use(jwt.NewVerifier(jwt.HS256, []byte(os.Getenv("ORDERS_KEY"))).Verify(nil))
}

// Signer signs with what it is given.
func Signer(key string) *jwt.Signer { return jwt.NewSigner(jwt.HS256, key, time.Hour) }
