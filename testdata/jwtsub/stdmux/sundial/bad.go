package sundial

import "net/http"

// any is one of anybody's.
func (s *sundial) any(w http.ResponseWriter, r *http.Request) {
	s.answer(w, s.db.QueryRow("SELECT id, owner_id, note FROM shadows WHERE id = $1", r.PathValue("id"))) // want "jwtsub/unchecked-read"
}
