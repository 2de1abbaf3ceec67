package academy

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

// retract is the faculty's.
func (a *academy) retract(w http.ResponseWriter, r *http.Request) {
	_, err := a.db.ExecContext(r.Context(), "DELETE FROM papers WHERE id = $1 AND author_id <> ''", chi.URLParam(r, "id"))
	reply(w, nil, err)
}

// change is for those whose role lets them.
func (a *academy) change(w http.ResponseWriter, r *http.Request) {
	reply(w, nil, a.revise(chi.URLParam(r, "id"), r.FormValue("text"), roleOf(r.Context())))
}
