package clinic

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

// cancel gets past what stands in front of the service.
func (c *clinic) cancel(w http.ResponseWriter, r *http.Request) {
	reply(w, "done", c.visits.Cancel(r.Context(), chi.URLParam(r, "id"))) // want "jwtsub/unchecked-write"
}
