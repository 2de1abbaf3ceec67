package choir

import "net/http"

func (s *server) show(w http.ResponseWriter, r *http.Request) {
	var one score
	row := s.db.QueryRowContext(r.Context(), `SELECT id, choir_id, title FROM scores WHERE id = $1`, r.PathValue("id")) // want "jwtsub/unchecked-read"
	reply(w, &one, row.Scan(&one.ID, &one.ChoirID, &one.Title))
}

func (s *server) tear(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id") // want "jwtsub/unchecked-write"
	_, err := s.db.ExecContext(r.Context(), `DELETE FROM scores WHERE id = $1`, id)
	reply(w, id, err)
}
