// Package gozero gives go-zero keys that stand in the source.
package gozero

import (
	"net/http"
	"os"

	"github.com/zeromicro/go-zero/rest"
	"github.com/zeromicro/go-zero/rest/handler"
)

// Routes names the secret where the routes are added.
func Routes(server *rest.Server, routes []rest.Route) {
	server.AddRoutes(routes, rest.WithJwt("a secret for all to read")) // want `\(jwtkey/hardcoded\)`
}

// Vulnerable is the middleware by itself.
func Vulnerable(next http.Handler) http.Handler {
	return handler.Authorize("hunter2")(next) // want `\(jwtkey/hardcoded\)`
}

// Previous is a key that is still good.
func Previous(next http.Handler) http.Handler {
	return handler.Authorize(os.Getenv("ORDERS_KEY"), handler.WithPrevSecret("the old one"))(next) // want `\(jwtkey/hardcoded\)`
}

// Corrected reads it from the environment.
func Corrected(next http.Handler) http.Handler {
	return handler.Authorize(os.Getenv("ORDERS_KEY"))(next)
}
