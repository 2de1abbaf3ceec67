// Package irisjwt names the algorithm where the verifier is made.
package irisjwt

import (
	"os"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/middleware/jwt"
)

// Attach takes HS256 only.
func Attach(app *iris.Application) {
	app.Use(jwt.NewVerifier(jwt.HS256, []byte(os.Getenv("ORDERS_KEY"))).Verify(nil))
}

// ByHand verifies without the middleware.
func ByHand(verifier *jwt.Verifier, raw []byte) (*jwt.VerifiedToken, error) {
	return verifier.VerifyToken(raw)
}
