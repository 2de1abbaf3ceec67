// Package blocked has a blocklist, beside which the validators of NewVerifier count.
package blocked

import (
	"os"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/middleware/jwt"
)

// Corrected makes them count.
func Corrected(app *iris.Application) {
	verifier := jwt.NewVerifier(jwt.HS256, []byte(os.Getenv("ORDERS_KEY")), jwt.Expected{Audience: []string{"orders"}})
	verifier.WithDefaultBlocklist()
	app.Use(verifier.Verify(nil))
}
