// Package clinic answers for services with others in front of them that ask
// who it is.
package clinic

import (
	"encoding/json"
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.com/fixtures/jwtsub/chi/clinic/auth"
	"example.com/fixtures/jwtsub/chi/clinic/files"
	"example.com/fixtures/jwtsub/chi/clinic/visits"
)

type clinic struct {
	files  files.Service
	visits visits.Service
}

// Handler is the whole application.
func Handler(key []byte) http.Handler {
	c := &clinic{files.Guarded(files.New()), visits.Forgetful(visits.New())}
	r := chi.NewRouter()
	r.Use(auth.Required(key))
	r.Get("/files", c.list)
	r.Get("/files/{id}", c.file)
	r.Put("/files/{id}", c.amend)
	r.Delete("/files/{id}", c.shred)
	r.Get("/visits/{id}", c.visit)
	r.Put("/visits/{id}", c.move)
	r.Delete("/visits/{id}", c.cancel)
	return r
}

func (c *clinic) list(w http.ResponseWriter, r *http.Request) {
	found, err := c.files.List(r.Context())
	reply(w, found, err)
}

func reply(w http.ResponseWriter, v any, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	if err := json.NewEncoder(w).Encode(v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
