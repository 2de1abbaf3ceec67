package api

import (
	"log"
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/jwtsub/chi/tracker/auth"
	"example.com/fixtures/jwtsub/chi/tracker/tickets"
)

// Show shows any tenant's ticket.
func (a *API) Show(w http.ResponseWriter, r *http.Request) {
	t, err := a.Tickets.Find(chi.URLParam(r, "id"))
	if err != nil {
		finish(w, err)
		return
	}
	write(w, t)
}

// TenantTickets lists the tickets of the tenant in the path.
func (a *API) TenantTickets(w http.ResponseWriter, r *http.Request) {
	write(w, a.Tickets.ByTenant(chi.URLParam(r, "tenant_id")))
}

// Remove removes any tenant's ticket.
func (a *API) Remove(w http.ResponseWriter, r *http.Request) {
	a.Tickets.Delete(chi.URLParam(r, "id"))
	finish(w, nil)
}

// Retitle reaches the repository two calls below.
func (a *API) Retitle(w http.ResponseWriter, r *http.Request) {
	finish(w, a.Tickets.Retitle(chi.URLParam(r, "id"), r.URL.Query().Get("title")))
}

// Close keeps the caller's name.
func (a *API) Close(w http.ResponseWriter, r *http.Request) {
	finish(w, a.Tickets.Close(chi.URLParam(r, "id"), auth.Of(r).ID))
}

// Reopen logs the caller's name.
func (a *API) Reopen(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id")
	log.Printf("%s reopens %s", auth.Of(r).ID, id)
	finish(w, a.Tickets.Retitle(id, "reopened"))
}

// Apply passes the caller's tenant on, in vain.
func (a *API) Apply(w http.ResponseWriter, r *http.Request) {
	finish(w, a.Tickets.Apply(tickets.Edit{
		TicketID: chi.URLParam(r, "id"),
		TenantID: auth.Of(r).TenantID,
		Title:    r.URL.Query().Get("title"),
	}))
}

// Archive goes through an interface that takes the ID alone.
func (a *API) Archive(w http.ResponseWriter, r *http.Request) {
	finish(w, a.Archiver.Archive(chi.URLParam(r, "id")))
}

// Mark makes handlers that mark any ticket.
func Mark(s tickets.Service, mark string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		finish(w, s.Retitle(chi.URLParam(r, "id"), mark))
	}
}

// Preview lacks a return.
func (a *API) Preview(w http.ResponseWriter, r *http.Request) {
	t, err := a.Tickets.Find(chi.URLParam(r, "id"))
	if err != nil {
		finish(w, err)
		return
	}
	if t.TenantID != auth.Of(r).TenantID {
		w.WriteHeader(http.StatusForbidden)
	}
	write(w, t)
}

// Transfer compares the ticket's tenant with the tenant of its reporter.
func (a *API) Transfer(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id")
	t, err := a.Tickets.Find(id)
	if err != nil {
		finish(w, err)
		return
	}
	reporter, err := a.Tickets.User(t.ReporterID)
	if err != nil || reporter.TenantID != t.TenantID {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	finish(w, a.Tickets.Retitle(id, "transferred"))
}

// Discard deletes first.
func (a *API) Discard(w http.ResponseWriter, r *http.Request) {
	t, err := a.Tickets.Find(chi.URLParam(r, "id"))
	if err != nil {
		finish(w, err)
		return
	}
	a.Tickets.Delete(t.ID)
	if t.TenantID != auth.Of(r).TenantID {
		finish(w, tickets.ErrForbidden)
		return
	}
	finish(w, nil)
}
