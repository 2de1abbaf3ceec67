// Package own has meters read, on Gin, and calls nothing as others do.
//
// The wants are those with
//
//	-jwtsub.authorizers=Look -jwtsub.identities=Face -jwtsub.roles=reader -jwtsub.public=Notice,board
//
// A reader is sent by the works and reads all meters. Notices and boards hang
// in the street, whoever has put them up.
package own

import (
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/options/own/vet"
)

// Meter is somebody's.
type Meter struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Count   string `json:"count"`
}

// Notice is for all to read.
type Notice struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Text    string `json:"text"`
}

// Board has notices on it.
type Board struct {
	ID      string   `json:"id"`
	OwnerID string   `json:"owner_id"`
	Notices []string `json:"notices"`
}

type works struct {
	mu      sync.Mutex
	meters  map[string]Meter
	notices map[string]Notice
	boards  map[string]Board
}

// Handler is the whole application: two people, a meter each.
func Handler(key []byte) http.Handler {
	w := &works{
		meters: map[string]Meter{
			"m1": {ID: "m1", OwnerID: "alice", Count: "100"},
			"m2": {ID: "m2", OwnerID: "bob", Count: "4711"},
		},
		notices: map[string]Notice{"n2": {ID: "n2", OwnerID: "bob", Text: "no water on Monday"}},
		boards:  map[string]Board{"d2": {ID: "d2", OwnerID: "bob", Notices: []string{"n2"}}},
	}
	r := gin.New()
	inside := r.Group("", vet.Door(key, w))
	inside.GET("/meters", w.list)
	inside.GET("/notices", w.listNotices)
	inside.GET("/boards", w.listBoards)
	w.careless(inside)
	w.careful(inside.Group("/my"))
	return r
}

// Entry is what vet asks for a Look.
func (w *works) Entry(face, meter string) bool {
	m, ok := w.find(meter)
	return ok && m.OwnerID == face
}

func (w *works) find(id string) (Meter, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	m, ok := w.meters[id]
	return m, ok
}

func (w *works) set(id, count string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if m, ok := w.meters[id]; ok {
		m.Count = count
		w.meters[id] = m
	}
}

// setOf sets a meter of this owner's.
func (w *works) setOf(owner, id, count string) bool {
	m, ok := w.find(id)
	if !ok || m.OwnerID != owner {
		return false
	}
	w.set(id, count)
	return true
}

func (w *works) delete(id string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.meters, id)
}

func (w *works) list(c *gin.Context) {
	w.mu.Lock()
	defer w.mu.Unlock()
	own := []Meter{}
	for _, m := range w.meters {
		if m.OwnerID == vet.Face(c) {
			own = append(own, m)
		}
	}
	c.JSON(http.StatusOK, own)
}

func (w *works) listNotices(c *gin.Context) {
	own := []Notice{}
	for _, n := range w.notices {
		if n.OwnerID == vet.Face(c) {
			own = append(own, n)
		}
	}
	c.JSON(http.StatusOK, own)
}

func (w *works) listBoards(c *gin.Context) {
	own := []Board{}
	for _, b := range w.boards {
		if b.OwnerID == vet.Face(c) {
			own = append(own, b)
		}
	}
	c.JSON(http.StatusOK, own)
}
