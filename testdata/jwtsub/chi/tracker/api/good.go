package api

import (
	"context"
	"log"
	"net/http"
	"slices"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/jwtsub/chi/tracker/auth"
	"example.com/fixtures/jwtsub/chi/tracker/tickets"
)

// ShowOwn compares when the ticket is there.
func (a *API) ShowOwn(w http.ResponseWriter, r *http.Request) {
	t, err := a.Tickets.Find(chi.URLParam(r, "id"))
	if err != nil {
		finish(w, err)
		return
	}
	if t.TenantID != auth.Of(r).TenantID {
		finish(w, tickets.ErrForbidden)
		return
	}
	write(w, t)
}

// UserTickets is for the user in the path.
func (a *API) UserTickets(w http.ResponseWriter, r *http.Request) {
	user := chi.URLParam(r, "user_id")
	caller := auth.Of(r)
	if caller.ID != user {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	write(w, slices.DeleteFunc(a.Tickets.ByTenant(caller.TenantID), func(t tickets.Ticket) bool {
		return t.ReporterID != user
	}))
}

// RemoveOwn removes within the tenant.
func (a *API) RemoveOwn(w http.ResponseWriter, r *http.Request) {
	finish(w, a.Tickets.DeleteIn(auth.Of(r).TenantID, chi.URLParam(r, "id")))
}

// RetitleOwn is checked two calls below.
func (a *API) RetitleOwn(w http.ResponseWriter, r *http.Request) {
	finish(w, a.Tickets.RetitleFor(auth.Of(r), chi.URLParam(r, "id"), r.URL.Query().Get("title")))
}

// CloseOwn keeps the caller's name and compares the tenant.
func (a *API) CloseOwn(w http.ResponseWriter, r *http.Request) {
	finish(w, a.Tickets.CloseFor(auth.Of(r), chi.URLParam(r, "id")))
}

// ApplyOwn passes the caller's tenant on, and it is read.
func (a *API) ApplyOwn(w http.ResponseWriter, r *http.Request) {
	edit := tickets.Edit{TicketID: chi.URLParam(r, "id"), Title: r.URL.Query().Get("title")}
	edit.TenantID = auth.Of(r).TenantID
	finish(w, a.Tickets.ApplyIn(edit))
}

// ArchiveOwn goes through an interface that takes both.
func (a *API) ArchiveOwn(w http.ResponseWriter, r *http.Request) {
	finish(w, a.Own.ArchiveIn(auth.Of(r).TenantID, chi.URLParam(r, "id")))
}

// Watch goes through an interface that takes the context.
func (a *API) Watch(w http.ResponseWriter, r *http.Request) {
	t, err := a.Watcher.Watch(r.Context(), chi.URLParam(r, "id"))
	if err != nil {
		finish(w, err)
		return
	}
	write(w, t)
}

// Lock is for administrators.
func (a *API) Lock(w http.ResponseWriter, r *http.Request) {
	if auth.Of(r).Role != "superadmin" {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	finish(w, a.Tickets.Retitle(chi.URLParam(r, "id"), "locked"))
}

// History is for administrators and for who has reported the ticket.
func (a *API) History(w http.ResponseWriter, r *http.Request) {
	t, err := a.Tickets.Find(chi.URLParam(r, "id"))
	if err != nil {
		finish(w, err)
		return
	}
	if caller := auth.Of(r); caller.Role != "superadmin" && caller.ID != t.ReporterID {
		finish(w, tickets.ErrForbidden)
		return
	}
	write(w, []tickets.Ticket{t})
}

// CurrentUser is the user whom the token names.
func (a *API) CurrentUser(ctx context.Context) (tickets.User, error) {
	caller, ok := auth.From(ctx)
	if !ok {
		return tickets.User{}, tickets.ErrForbidden
	}
	return a.Tickets.User(caller.ID)
}

// Project is for those who work on it.
func (a *API) Project(w http.ResponseWriter, r *http.Request) {
	project := chi.URLParam(r, "project")
	user, err := a.CurrentUser(r.Context())
	if err != nil || !slices.Contains(user.Projects, project) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	write(w, a.Tickets.ByProject(project))
}

// Worker lets those through who work on the project.
func (a *API) Worker(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		user, err := a.CurrentUser(r.Context())
		if err != nil || !slices.Contains(user.Projects, chi.URLParam(r, "project")) {
			w.WriteHeader(http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// ProjectTicket looks within the project that Worker has checked.
func (a *API) ProjectTicket(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id")
	for _, t := range a.Tickets.ByProject(chi.URLParam(r, "project")) {
		if t.ID == id {
			write(w, t)
			return
		}
	}
	w.WriteHeader(http.StatusNotFound)
}

type ticketKey struct{}

// WithTicket puts a ticket of the caller's into the context.
func (a *API) WithTicket(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		t, err := a.Tickets.FindIn(auth.Of(r).TenantID, chi.URLParam(r, "id"))
		if err != nil {
			finish(w, err)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), ticketKey{}, t)))
	})
}

// ShowFound shows what WithTicket has found.
func (a *API) ShowFound(w http.ResponseWriter, r *http.Request) {
	write(w, r.Context().Value(ticketKey{}))
}

// RemoveFound removes it.
func (a *API) RemoveFound(w http.ResponseWriter, r *http.Request) {
	t, ok := r.Context().Value(ticketKey{}).(tickets.Ticket)
	if !ok {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	a.Tickets.Delete(t.ID)
	finish(w, nil)
}

// Seen goes into the log.
func (a *API) Seen(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id")
	log.Printf("%s has seen %s", auth.Of(r).ID, id)
	write(w, map[string]string{"seen": id})
}
