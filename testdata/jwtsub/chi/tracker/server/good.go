package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/jwtsub/chi/tracker/api"
	"example.com/fixtures/jwtsub/chi/tracker/auth"
)

func careful(r chi.Router, a *api.API) {
	r.Get("/tickets/{id}", a.ShowOwn)
	r.Delete("/tickets/{id}", a.RemoveOwn)
	r.Put("/tickets/{id}", a.RetitleOwn)
	r.Patch("/tickets/{id}", a.ApplyOwn)
	r.Post("/tickets/{id}/close", a.CloseOwn)
	r.Post("/tickets/{id}/archive", a.ArchiveOwn)
	r.Get("/tickets/{id}/watch", a.Watch)
	r.Post("/tickets/{id}/lock", a.Lock)
	r.Get("/tickets/{id}/history", a.History)
	r.Post("/tickets/{id}/seen", a.Seen)
	r.Get("/users/{user_id}/tickets", a.UserTickets)
	r.Get("/projects/{project}", a.Project)
	r.With(a.Worker).Get("/projects/{project}/tickets/{id}", a.ProjectTicket)

	// The handlers are the careless ones; what stands before them is not.
	r.With(auth.OwnTenant("tenant_id")).Get("/tenants/{tenant_id}/tickets", a.TenantTickets)
	r.Mount("/staff", staff(a))

	r.Route("/found/{id}", func(r chi.Router) {
		r.Use(a.WithTicket)
		r.Get("/", a.ShowFound)
		r.Delete("/", a.RemoveFound)
	})
}

func staff(a *api.API) http.Handler {
	r := chi.NewRouter()
	r.Use(auth.RequireRole("superadmin"))
	r.Get("/tickets/{id}", a.Show)
	r.Delete("/tickets/{id}", a.Remove)
	return r
}
