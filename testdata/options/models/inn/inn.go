// Package inn lets rooms, with porter at the door.
package inn

import (
	"net/http"
	"sync"

	"example.com/fixtures/options/models/porter"
)

// Room is somebody's for the night.
type Room struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Wish    string `json:"wish"`
}

// Menu hangs at the door, whoever has cooked.
type Menu struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Soup    string `json:"soup"`
}

type inn struct {
	mu    sync.Mutex
	rooms map[string]Room
	menus map[string]Menu
}

// Handler is the whole application: two lodgers, a room each.
func Handler(key []byte) http.Handler {
	i := &inn{
		rooms: map[string]Room{"r1": {ID: "r1", OwnerID: "alice", Wish: "tea"}, "r2": {ID: "r2", OwnerID: "bob", Wish: "quiet"}},
		menus: map[string]Menu{"monday": {ID: "monday", OwnerID: "cook", Soup: "leek"}},
	}
	r := new(porter.Router)
	r.Before(porter.Door(key))
	r.On("GET", "/rooms/~room/wish", i.wish)
	r.On("GET", "/rooms/~room/own-wish", i.ownWish)
	r.On("PUT", "/rooms/~room/wish/~text", i.setWish)
	r.On("DELETE", "/rooms/~room", i.leave)
	r.On("DELETE", "/vouched/~room", i.leaveVouched)
	r.On("DELETE", "/unheeded/~room", i.leaveUnheeded)
	r.On("GET", "/menus", i.menusOfCook)
	r.On("GET", "/menus/~day", i.menu)
	return r
}

func (i *inn) find(id string) (Room, bool) {
	i.mu.Lock()
	defer i.mu.Unlock()
	room, ok := i.rooms[id]
	return room, ok
}

func (i *inn) delete(id string) {
	i.mu.Lock()
	defer i.mu.Unlock()
	delete(i.rooms, id)
}

// wish shows anybody's wish.
func (i *inn) wish(c *porter.Call) {
	room, _ := i.find(c.Word("room")) // want "jwtsub/unchecked-read"
	c.Answer(http.StatusOK, room.Wish)
}

// setWish changes anybody's wish.
func (i *inn) setWish(c *porter.Call) {
	id := c.Word("room") // want "jwtsub/unchecked-write"
	i.mu.Lock()
	defer i.mu.Unlock()
	room := i.rooms[id]
	room.Wish = c.Word("text")
	i.rooms[id] = room
	c.Answer(http.StatusOK, c.Lodger())
}

// leave gives anybody's room up.
func (i *inn) leave(c *porter.Call) {
	i.delete(c.Word("room")) // want "jwtsub/unchecked-write"
	c.Answer(http.StatusOK, "farewell")
}

// leaveUnheeded asks and does not listen.
func (i *inn) leaveUnheeded(c *porter.Call) {
	id := c.Word("room") // want "jwtsub/ineffective"
	porter.Vouch(c, id)
	i.delete(id)
	c.Answer(http.StatusOK, "farewell")
}
