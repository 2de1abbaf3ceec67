package aerie

import (
	"encoding/json"
	"net/http"
)

func reply(w http.ResponseWriter, found any, err error) {
	if err != nil {
		http.Error(w, "not there", http.StatusNotFound)
		return
	}
	_ = json.NewEncoder(w).Encode(found)
}

// followers and following are shown of everybody.
func (a *aerie) followers(w http.ResponseWriter, r *http.Request) {
	rows, err := a.db.QueryContext(r.Context(), `SELECT b.follower_id, u.name FROM bonds b JOIN users u ON u.id = b.follower_id WHERE b.followed_id = $1`, r.PathValue("userId"))
	list(w, rows, err, func(one *bond) []any { return []any{&one.FollowerID, &one.Name} })
}

func (a *aerie) following(w http.ResponseWriter, r *http.Request) {
	rows, err := a.db.QueryContext(r.Context(), `SELECT b.followed_id, u.name FROM bonds b JOIN users u ON u.id = b.followed_id WHERE b.follower_id = $1`, r.PathValue("userId"))
	list(w, rows, err, func(one *bond) []any { return []any{&one.FollowerID, &one.Name} })
}

// calls are heard by everybody, and marked for who listens.
func (a *aerie) calls(w http.ResponseWriter, r *http.Request) {
	rows, err := a.db.QueryContext(r.Context(), `SELECT c.id, c.bird_id, c.text, (SELECT count(*) FROM answers n WHERE n.call_id = c.id)
		FROM calls c LEFT JOIN answers mine ON mine.call_id = c.id AND mine.bird_id = $1 WHERE c.text <> '' ORDER BY c.id DESC`, r.Context().Value(birdKey{}))
	list(w, rows, err, func(one *call) []any { return []any{&one.ID, &one.BirdID, &one.Text} })
}

// answers hang on what everybody hears.
func (a *aerie) answers(w http.ResponseWriter, r *http.Request) {
	rows, err := a.db.QueryContext(r.Context(), `SELECT id, place FROM answers WHERE call_id = $1`, r.PathValue("id"))
	list(w, rows, err, func(one *answer) []any { return []any{&one.ID, &one.Place} })
}

// callsOf are those of one of them.
func (a *aerie) callsOf(w http.ResponseWriter, r *http.Request) {
	rows, err := a.db.QueryContext(r.Context(), `SELECT id, bird_id, text FROM calls WHERE bird_id = $1`, r.PathValue("userId"))
	list(w, rows, err, func(one *call) []any { return []any{&one.ID, &one.BirdID, &one.Text} })
}

func (a *aerie) ownMessages(w http.ResponseWriter, r *http.Request) {
	rows, err := a.db.QueryContext(r.Context(), `SELECT id, to_id, text FROM messages WHERE to_id = $1`, r.Context().Value(birdKey{}))
	list(w, rows, err, func(one *message) []any { return []any{&one.ID, &one.ToID, &one.Text} })
}

// me and bird show what a bird looks like.
func (a *aerie) me(w http.ResponseWriter, r *http.Request) {
	one := new(responseUserDetails)
	err := a.db.QueryRowContext(r.Context(), `SELECT id, name FROM birds WHERE id = $1`, r.Context().Value(birdKey{})).Scan(&one.ID, &one.Name)
	reply(w, one, err)
}

func (a *aerie) bird(w http.ResponseWriter, r *http.Request) {
	one := new(responseUserDetails)
	err := a.db.QueryRowContext(r.Context(), `SELECT id, name FROM birds WHERE id = $1`, r.PathValue("id")).Scan(&one.ID, &one.Name)
	reply(w, one, err)
}
