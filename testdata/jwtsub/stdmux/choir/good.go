package choir

import "net/http"

// list is for those who sing in the choir.
func (s *server) list(w http.ResponseWriter, r *http.Request) {
	choir := r.PathValue("choir")
	if !s.sings(r.Context(), choir) {
		http.Error(w, "not your choir", http.StatusForbidden)
		return
	}
	all, err := s.of(r.Context(), choir)
	reply(w, all, err)
}

func (s *server) showOwn(w http.ResponseWriter, r *http.Request) {
	choir := r.PathValue("choir")
	if !s.sings(r.Context(), choir) {
		http.Error(w, "not your choir", http.StatusForbidden)
		return
	}
	var one score
	row := s.db.QueryRowContext(r.Context(),
		`SELECT id, choir_id, title FROM scores WHERE id = $1 AND choir_id = $2`, r.PathValue("id"), choir)
	reply(w, &one, row.Scan(&one.ID, &one.ChoirID, &one.Title))
}

func (s *server) tearOwn(w http.ResponseWriter, r *http.Request) {
	choir, id := r.PathValue("choir"), r.PathValue("id")
	if !s.sings(r.Context(), choir) {
		http.Error(w, "not your choir", http.StatusForbidden)
		return
	}
	_, err := s.db.ExecContext(r.Context(), `DELETE FROM scores WHERE choir_id = $1 AND id = $2`, choir, id)
	reply(w, id, err)
}
