package academy

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

// rewrite is any student's, whoever has written it.
func (a *academy) rewrite(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id") // want "jwtsub/unchecked-write"
	_, err := a.db.ExecContext(r.Context(), "UPDATE papers SET text = $1 WHERE id = $2 AND author_id <> ''", r.FormValue("text"), id)
	reply(w, nil, err)
}

// reseal is any member's.
func (a *academy) reseal(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id") // want "jwtsub/unchecked-write"
	_, err := a.db.ExecContext(r.Context(), "UPDATE papers SET seal = $1 WHERE id = $2 AND author_id <> ''", r.FormValue("seal"), id)
	reply(w, nil, err)
}

// changeAs is for those who say that their role lets them.
func (a *academy) changeAs(w http.ResponseWriter, r *http.Request) {
	reply(w, nil, a.revise(chi.URLParam(r, "id"), r.FormValue("text"), r.FormValue("role"))) // want "jwtsub/unchecked-write"
}
