package museum

import (
	"log"
	"net/http"

	"github.com/cedar-policy/cedar-go"
	"github.com/go-chi/chi/v5"
)

// relabel writes down what Cedar says.
func (m *museum) relabel(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id") // want "jwtsub/ineffective"
	decision, _ := cedar.Authorize(m.policies, cedar.EntityMap{}, request(r, "relabel", id))
	log.Printf("%s relabels %s: %s", curator(r), id, decision)
	e, ok := m.exhibits[id]
	if !ok {
		http.NotFound(w, r)
		return
	}
	e.Label = r.FormValue("label")
	w.WriteHeader(http.StatusNoContent)
}

// sell does not ask.
func (m *museum) sell(w http.ResponseWriter, r *http.Request) {
	delete(m.exhibits, chi.URLParam(r, "id")) // want "jwtsub/unchecked-write"
	w.WriteHeader(http.StatusNoContent)
}
