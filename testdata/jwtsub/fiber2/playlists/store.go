package playlists

import (
	"context"
	"sync"

	"github.com/gofiber/fiber/v2"
)

type playlist struct {
	ID       int            `json:"id"`
	OwnerID  string         `json:"owner_id"`
	Name     string         `json:"name"`
	PlayedBy string         `json:"played_by,omitempty"`
	Entries  map[string]int `json:"entries,omitempty"`
}

// listener is one who has playlists.
type listener struct {
	ID      string
	Email   string
	ListIDs []int
}

type library struct {
	mu    sync.Mutex
	lists map[int]playlist
}

func (l *library) get(id int) (playlist, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	p, ok := l.lists[id]
	return p, ok
}

func (l *library) of(owner string) []playlist {
	l.mu.Lock()
	defer l.mu.Unlock()
	found := []playlist{}
	for _, p := range l.lists {
		if p.OwnerID == owner {
			found = append(found, p)
		}
	}
	return found
}

func (l *library) put(p playlist) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lists[p.ID] = p
}

func (l *library) rename(id int, name string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	p, ok := l.lists[id]
	if ok {
		p.Name = name
		l.lists[id] = p
	}
	return ok
}

func (l *library) remove(id int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.lists, id)
}

// wish is what a listener wants of a playlist.
type wish struct {
	List     int
	Listener string
	Name     string
}

type editor struct{ library *library }

// grant asks nobody.
func (e editor) grant(w wish) error { return e.set(w.List, w.Name) }

func (e editor) set(id int, name string) error {
	if !e.library.rename(id, name) {
		return fiber.ErrNotFound
	}
	return nil
}

// grantOwn asks whose it is.
func (e editor) grantOwn(w wish) error {
	p, ok := e.library.get(w.List)
	switch {
	case !ok:
		return fiber.ErrNotFound
	case p.OwnerID != w.Listener:
		return fiber.ErrForbidden
	}
	return e.set(w.List, w.Name)
}

// player plays what it is told.
type player interface{ Play(id int) error }

// ownPlayer plays what is the listener's.
type ownPlayer interface {
	PlayOwn(listener string, id int) error
}

// radio can find out who listens.
type radio interface {
	Broadcast(ctx context.Context, id int) error
}

type speakers struct{ library *library }

func (s speakers) Play(id int) error { return editor{s.library}.set(id, "played") }

func (s speakers) PlayOwn(listener string, id int) error {
	return editor{s.library}.grantOwn(wish{List: id, Listener: listener, Name: "played"})
}

func (s speakers) Broadcast(ctx context.Context, id int) error {
	who, _ := ctx.Value(listenerKey{}).(string)
	return s.PlayOwn(who, id)
}
