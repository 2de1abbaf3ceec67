package museum

import (
	"net/http"

	"github.com/cedar-policy/cedar-go"
	"github.com/go-chi/chi/v5"
)

func (m *museum) showOwn(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id")
	if ok, _ := m.policies.IsAuthorized(cedar.EntityMap{}, request(r, "show", id)); ok != cedar.Allow {
		http.Error(w, "denied", http.StatusForbidden)
		return
	}
	reply(w, m.exhibits[id])
}

// may is true if Cedar allows it.
func (m *museum) may(r *http.Request, action, id string) bool {
	decision, _ := cedar.Authorize(m.policies, cedar.EntityMap{}, request(r, action, id))
	return decision == cedar.Allow
}

func (m *museum) relabelOwn(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id")
	if !m.may(r, "relabel", id) {
		http.Error(w, "denied", http.StatusForbidden)
		return
	}
	m.exhibits[id].Label = r.FormValue("label")
	w.WriteHeader(http.StatusNoContent)
}

// permitted asks for the handlers behind it.
func (m *museum) permitted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !m.may(r, r.Method, chi.URLParam(r, "id")) {
			http.Error(w, "denied", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (m *museum) sellOwn(w http.ResponseWriter, r *http.Request) {
	delete(m.exhibits, chi.URLParam(r, "id"))
	w.WriteHeader(http.StatusNoContent)
}
