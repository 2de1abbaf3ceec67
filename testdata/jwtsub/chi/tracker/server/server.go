// Package server says where the tracker answers what.
package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/jwtsub/chi/tracker/api"
	"example.com/fixtures/jwtsub/chi/tracker/auth"
	"example.com/fixtures/jwtsub/chi/tracker/tickets"
)

// Handler is the whole tracker: two tenants, a ticket each.
func Handler(key []byte) http.Handler {
	service := tickets.Service{Repository: tickets.NewRepository(
		[]tickets.User{
			{ID: "alice", TenantID: "alice-inc", Projects: []string{"garden"}},
			{ID: "bob", TenantID: "bob-inc", Projects: []string{"house"}},
		},
		[]tickets.Ticket{
			{ID: "t1", TenantID: "alice-inc", ReporterID: "alice", Project: "garden", Title: "weeds"},
			{ID: "t2", TenantID: "bob-inc", ReporterID: "bob", Project: "house", Title: "leaking roof"},
		},
	)}
	a := api.New(service)
	r := chi.NewRouter()
	r.Group(func(r chi.Router) {
		r.Use(auth.Verifier(key))
		r.Get("/tickets", a.List)
		r.Post("/tickets", a.Report)
		careless(r, a)
	})
	r.Route("/own", func(r chi.Router) {
		r.Use(auth.Verifier(key))
		careful(r, a)
	})
	return r
}
