package aerie

import "net/http"

// messagesOf is for nobody but the one they are for.
func (a *aerie) messagesOf(w http.ResponseWriter, r *http.Request) {
	rows, err := a.db.QueryContext(r.Context(), `SELECT id, to_id, text FROM messages WHERE to_id = $1`, r.PathValue("userId")) // want "jwtsub/unchecked-read"
	list(w, rows, err, func(one *message) []any { return []any{&one.ID, &one.ToID, &one.Text} })
}

// echoes hang on what only one may hear.
func (a *aerie) echoes(w http.ResponseWriter, r *http.Request) {
	rows, err := a.db.QueryContext(r.Context(), `SELECT id, place FROM echoes WHERE message_id = $1`, r.PathValue("id")) // want "jwtsub/unchecked-read"
	list(w, rows, err, func(one *echo) []any { return []any{&one.ID, &one.Place} })
}
