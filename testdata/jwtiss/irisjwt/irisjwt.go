// Package irisjwt guards routes with iris's own middleware.
package irisjwt

import (
	"os"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/middleware/jwt"
)

type visitor struct {
	Name string `json:"sub"`
}

// Vulnerable lets tokens by any issuer in.
func Vulnerable(app *iris.Application) {
	verifier := jwt.NewVerifier(jwt.HS256, []byte(os.Getenv("ORDERS_KEY")))
	app.Use(verifier.Verify(func() any { return new(visitor) })) // want `without checking its issuer .*give Verify itself a jwt.Expected \(jwtiss/missing\)`
	app.Get("/me", home)
}

// Early: without a blocklist the library forgets what NewVerifier is told.
func Early(app *iris.Application) {
	verifier := jwt.NewVerifier(jwt.HS256, []byte(os.Getenv("ORDERS_KEY")), jwt.Expected{Issuer: "https://login.example"})
	app.Use(verifier.Verify(nil)) // want `\(jwtiss/missing\)`
	app.Get("/me", home)
}

func home(ctx iris.Context) {
	if v, ok := jwt.Get(ctx).(*visitor); ok {
		ctx.WriteString(v.Name)
	}
}

// ByHand verifies without the middleware, where a blocklist changes nothing.
func ByHand(key, raw []byte) (string, error) {
	token, err := jwt.NewVerifier(jwt.HS256, key).VerifyToken(raw) // want `\(jwtiss/missing\)`
	if err != nil {
		return "", err
	}
	return token.StandardClaims.Subject, nil
}
