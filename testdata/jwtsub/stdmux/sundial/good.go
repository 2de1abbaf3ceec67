package sundial

import "net/http"

// mine is one of the caller's own.
func (s *sundial) mine(w http.ResponseWriter, r *http.Request) {
	s.answer(w, s.db.QueryRow("SELECT id, owner_id, note FROM shadows WHERE id = $1 AND owner_id = $2", r.PathValue("id"), r.Context().Value(callerKey{})))
}
