package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/jwtsub/chi/tracker/api"
	"example.com/fixtures/jwtsub/chi/tracker/auth"
)

func careless(r chi.Router, a *api.API) {
	r.Get("/tickets/{id}", a.Show)                                // want "jwtsub/unchecked-read"
	r.Delete("/tickets/{id}", a.Remove)                           // want "jwtsub/unchecked-write"
	r.Put("/tickets/{id}", a.Retitle)                             // want "jwtsub/unchecked-write"
	r.Method("PATCH", "/tickets/{id}", http.HandlerFunc(a.Apply)) // want "jwtsub/unchecked-write"
	r.Get("/tenants/{tenant_id}/tickets", a.TenantTickets)        // want "jwtsub/unchecked-read"

	r.Route("/tickets/{id}/do", func(r chi.Router) {
		r.Post("/close", a.Close)                                                      // want "jwtsub/unchecked-write"
		r.Post("/reopen", a.Reopen)                                                    // want "jwtsub/unchecked-write"
		r.Post("/archive", a.Archive)                                                  // want "jwtsub/unchecked-write"
		r.Post("/star", api.Mark(a.Tickets, "starred"))                                // want "jwtsub/unchecked-write"
		r.With(auth.RequireRole("user")).Post("/flag", api.Mark(a.Tickets, "flagged")) // want "jwtsub/unchecked-write"
	})
	r.Get("/tickets/{id}/preview", a.Preview)    // want "jwtsub/ineffective"
	r.Post("/tickets/{id}/transfer", a.Transfer) // want "jwtsub/ineffective"
	r.Delete("/tickets/{id}/late", a.Discard)    // want "jwtsub/ineffective"
}
