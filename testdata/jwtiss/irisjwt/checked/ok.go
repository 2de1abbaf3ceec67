// Package checked expects one.
package checked

import (
	"os"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/middleware/jwt"
)

// Corrected tells the middleware.
func Corrected(app *iris.Application) {
	verifier := jwt.NewVerifier(jwt.HS256, []byte(os.Getenv("ORDERS_KEY")))
	app.Use(verifier.Verify(nil, jwt.Expected{Issuer: "https://login.example"}))
}

// ByHand tells VerifyToken.
func ByHand(key, raw []byte) (*jwt.VerifiedToken, error) {
	return jwt.NewVerifier(jwt.HS256, key).VerifyToken(raw, jwt.Expected{Issuer: "https://login.example"})
}

// Given: whoever made the verifier knows.
func Given(verifier *jwt.Verifier) iris.Handler { return verifier.Verify(nil) }
