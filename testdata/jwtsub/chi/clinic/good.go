package clinic

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

func (c *clinic) file(w http.ResponseWriter, r *http.Request) {
	f, err := c.files.Find(r.Context(), chi.URLParam(r, "id"))
	reply(w, f, err)
}

func (c *clinic) amend(w http.ResponseWriter, r *http.Request) {
	reply(w, "done", c.files.Amend(r.Context(), chi.URLParam(r, "id"), r.URL.Query().Get("text")))
}

func (c *clinic) shred(w http.ResponseWriter, r *http.Request) {
	reply(w, "done", c.files.Remove(r.Context(), chi.URLParam(r, "id")))
}

func (c *clinic) visit(w http.ResponseWriter, r *http.Request) {
	v, err := c.visits.Find(r.Context(), chi.URLParam(r, "id"))
	reply(w, v, err)
}

func (c *clinic) move(w http.ResponseWriter, r *http.Request) {
	reply(w, "done", c.visits.Move(r.Context(), chi.URLParam(r, "id"), r.URL.Query().Get("day")))
}
