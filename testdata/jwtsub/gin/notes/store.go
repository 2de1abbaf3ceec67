package notes

import (
	"context"
	"errors"
	"sync"
)

var (
	errNotFound  = errors.New("no such note")
	errForbidden = errors.New("not your note")
)

type note struct {
	ID       string `json:"id"`
	OwnerID  string `json:"owner_id"`
	Text     string `json:"text"`
	EditedBy string `json:"edited_by,omitempty"`
}

func (n note) ownedBy(user string) bool { return n.OwnerID == user }

type person struct {
	ID       string
	Settings string
	NoteIDs  []string
}

type store struct {
	mu    sync.Mutex
	notes map[string]note
}

func (s *store) find(id string) (note, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, ok := s.notes[id]
	return n, ok
}

func (s *store) save(n note) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.notes[n.ID] = n
}

func (s *store) update(id, text string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	n, ok := s.notes[id]
	if ok {
		n.Text = text
		s.notes[id] = n
	}
	return ok
}

func (s *store) delete(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.notes, id)
}

func (s *store) byOwner(owner string) []note {
	s.mu.Lock()
	defer s.mu.Unlock()
	found := []note{}
	for _, n := range s.notes {
		if n.OwnerID == owner {
			found = append(found, n)
		}
	}
	return found
}

// findOwned finds a note of this owner's only.
func (s *store) findOwned(id, owner string) (note, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, n := range s.notes {
		if n.ID == id && n.OwnerID == owner {
			return n, true
		}
	}
	return note{}, false
}

// change is what a client wants of a note.
type change struct {
	ID     string
	UserID string
	Text   string
}

// editor lies between the handlers and the store.
type editor struct{ notes *store }

func (e editor) retype(id, text string) error { return e.write(id, text) }

func (e editor) write(id, text string) error {
	if !e.notes.update(id, text) {
		return errNotFound
	}
	return nil
}

// apply never looks at who asks.
func (e editor) apply(ch change) error { return e.write(ch.ID, ch.Text) }

func (e editor) retypeOwn(user, id, text string) error { return e.writeOwn(user, id, text) }

func (e editor) writeOwn(user, id, text string) error {
	n, ok := e.notes.find(id)
	if !ok {
		return errNotFound
	}
	if n.OwnerID != user {
		return errForbidden
	}
	return e.write(id, text)
}

func (e editor) applyOwn(ch change) error {
	n, ok := e.notes.find(ch.ID)
	if !ok || n.OwnerID != ch.UserID {
		return errNotFound
	}
	return e.write(ch.ID, ch.Text)
}

// trash learns which note, and nothing else.
type trash interface {
	Shred(id string) error
}

// bin also learns whose.
type bin interface {
	ShredOwn(owner, id string) error
}

// archive gets a context that knows who asks.
type archive interface {
	Restore(ctx context.Context, id string) error
}

type shredder struct{ notes *store }

func (s shredder) Shred(id string) error {
	s.notes.delete(id)
	return nil
}

func (s shredder) ShredOwn(owner, id string) error {
	if _, ok := s.notes.findOwned(id, owner); !ok {
		return errNotFound
	}
	s.notes.delete(id)
	return nil
}

func (s shredder) Restore(ctx context.Context, id string) error {
	user, _ := ctx.Value(userKey{}).(string)
	if _, ok := s.notes.findOwned(id, user); !ok {
		return errNotFound
	}
	s.notes.update(id, "restored")
	return nil
}
