// Package api answers the tracker's requests; which ones, the server says.
package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"

	"example.com/fixtures/jwtsub/chi/tracker/auth"
	"example.com/fixtures/jwtsub/chi/tracker/tickets"
)

// Archiver is told which ticket.
type Archiver interface {
	Archive(id string) error
}

// TenantArchiver is told whose, too.
type TenantArchiver interface {
	ArchiveIn(tenant, id string) error
}

// Watcher can find out.
type Watcher interface {
	Watch(ctx context.Context, id string) (tickets.Ticket, error)
}

// API answers.
type API struct {
	Tickets  tickets.Service
	Archiver Archiver
	Own      TenantArchiver
	Watcher  Watcher
}

// New answers with what the service does.
func New(s tickets.Service) *API { return &API{Tickets: s, Archiver: s, Own: s, Watcher: s} }

// List answers with the tickets of the caller's tenant.
func (a *API) List(w http.ResponseWriter, r *http.Request) {
	write(w, a.Tickets.ByTenant(auth.Of(r).TenantID))
}

// Report makes a ticket of the caller's.
func (a *API) Report(w http.ResponseWriter, r *http.Request) {
	caller := auth.Of(r)
	var t tickets.Ticket
	if err := json.NewDecoder(r.Body).Decode(&t); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	t.TenantID, t.ReporterID = caller.TenantID, caller.ID
	a.Tickets.Save(t)
	write(w, t)
}

func write(w http.ResponseWriter, v any) {
	if err := json.NewEncoder(w).Encode(v); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}

// finish answers when there is nothing to show.
func finish(w http.ResponseWriter, err error) {
	switch {
	case err == nil:
		w.WriteHeader(http.StatusNoContent)
	case errors.Is(err, tickets.ErrForbidden):
		w.WriteHeader(http.StatusForbidden)
	default:
		w.WriteHeader(http.StatusNotFound)
	}
}
