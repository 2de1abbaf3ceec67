// Package handler understands requests and has a logic do the rest.
package handler

import (
	"net/http"

	"github.com/zeromicro/go-zero/rest"

	"example.com/fixtures/jwtsub/gozero/loans/internal/svc"
)

// RegisterHandlers adds all routes to the server.
func RegisterHandlers(server *rest.Server, s *svc.ServiceContext) {
	jwt := rest.WithJwt(s.AccessSecret)
	server.AddRoutes(
		[]rest.Route{
			{Method: http.MethodGet, Path: "/loans", Handler: LoansHandler(s)},
			{Method: http.MethodPost, Path: "/loans", Handler: LendHandler(s)},
		},
		jwt,
	)
	server.AddRoute(rest.Route{Method: http.MethodGet, Path: "/loans/:id", Handler: ShowHandler(s)}, jwt)   // want "jwtsub/unchecked-read"
	server.AddRoute(rest.Route{Method: http.MethodPut, Path: "/loans/:id", Handler: RenewHandler(s)}, jwt)  // want "jwtsub/unchecked-write"
	server.AddRoute(rest.Route{Method: http.MethodDelete, Path: "/loans/:id", Handler: EndHandler(s)}, jwt) // want "jwtsub/ineffective"
	server.AddRoutes(
		[]rest.Route{
			{Method: http.MethodGet, Path: "/loans/:id", Handler: ShowOwnHandler(s)},
			{Method: http.MethodPut, Path: "/loans/:id", Handler: RenewOwnHandler(s)},
			{Method: http.MethodDelete, Path: "/loans/:id", Handler: EndOwnHandler(s)},
		},
		jwt, rest.WithPrefix("/own"),
	)
}
