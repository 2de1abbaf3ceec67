// Package hooked has a claims type that checks itself.
package hooked

import (
	"errors"
	"os"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/middleware/jwt"
)

type visitor struct {
	Name string `json:"sub"`
	From string `json:"iss"`
}

// Validate is called by the middleware.
func (v *visitor) Validate() error {
	if v.From != "https://login.example" {
		return errors.New("not for us")
	}
	return nil
}

// Corrected decodes to it.
func Corrected(app *iris.Application) {
	verifier := jwt.NewVerifier(jwt.HS256, []byte(os.Getenv("ORDERS_KEY")))
	app.Use(verifier.Verify(func() any { return new(visitor) }))
}
