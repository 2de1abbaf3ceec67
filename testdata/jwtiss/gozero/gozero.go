// Package gozero guards routes with go-zero, which checks no issuer and
// hands none on.
package gozero

import (
	"net/http"

	"github.com/zeromicro/go-zero/rest"
	"github.com/zeromicro/go-zero/rest/handler"
)

// Config is read from a file.
type Config struct {
	Auth struct{ AccessSecret string }
}

// Routes lets tokens of any issuer in.
func Routes(server *rest.Server, c Config) {
	server.AddRoutes(
		[]rest.Route{{Method: http.MethodGet, Path: "/orders", Handler: orders}},
		rest.WithJwt(c.Auth.AccessSecret), // want `without checking its issuer .*verify in a middleware of your own \(jwtiss/missing\)`
	)
}

// Vulnerable is the middleware by itself.
func Vulnerable(secret string, next http.Handler) http.Handler {
	return handler.Authorize(secret)(next) // want `\(jwtiss/missing\)`
}

func orders(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }
