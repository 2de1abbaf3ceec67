// Package hostel has little to do itself: who comes in, whose a bed is and who
// an administrator is are all found out elsewhere.
package hostel

import (
	"context"
	"net/http"

	"github.com/kataras/iris/v12"

	"example.com/fixtures/jwtsub/iris/hostel/beds"
	"example.com/fixtures/jwtsub/iris/hostel/guard"
)

type locker struct {
	ID      string `json:"id"`
	GuestID string `json:"guest_id"`
	RoomID  string `json:"room_id"`
	Inside  string `json:"inside"`
}

type key struct{ room, guest string }

type server struct {
	beds    beds.Service
	lockers map[string]*locker
	keys    map[key]bool
	people  guard.People
}

// withID reads the ID and has do do the rest.
func withID(ctx iris.Context, do func(ctx context.Context, id string) (any, error)) {
	found, err := do(ctx.Request().Context(), ctx.Params().Get("id"))
	if err != nil {
		ctx.StopWithStatus(iris.StatusNotFound)
		return
	}
	_ = ctx.JSON(found)
}

// enter leaves the room that the guest has a key to.
func (s *server) enter(ctx iris.Context) {
	room := ctx.Params().Get("room_id")
	if !s.keys[key{room, guard.Guest(ctx.Request().Context())}] {
		ctx.StopWithStatus(iris.StatusForbidden)
		return
	}
	ctx.Values().Set("room", room)
	ctx.Next()
}

// Handler is the whole application: alice sleeps in blue, bob in red.
func Handler(secret []byte) (http.Handler, error) {
	s := &server{
		beds: beds.New(),
		lockers: map[string]*locker{
			"l1": {"l1", "alice", "blue", "a book"}, "l2": {"l2", "bob", "red", "a knife"},
		},
		keys:   map[key]bool{{"blue", "alice"}: true, {"red", "bob"}: true},
		people: guard.People{"alice": {Name: "alice", Kind: "guest"}, "bob": {Name: "bob", Kind: "admin"}},
	}
	app := iris.New()
	app.Logger().SetLevel("disable")
	guard.Attach(app, secret)
	app.Get("/beds", s.mine)
	app.Get("/beds/{id}", s.bed)
	app.Put("/beds/{id}", s.makeBed)
	app.Delete("/beds/{id}", s.clear)
	app.Post("/lockers", s.rent)
	app.Get("/lockers/{id}", s.locker)
	app.Put("/lockers/{id}", s.fill)
	app.Delete("/lockers/{id}", s.empty)
	app.Get("/own/lockers/{id}", s.lockerOwn)
	app.Put("/own/lockers/{id}", s.fillAny)
	app.Delete("/own/lockers/{id}", s.emptyAny)
	room := app.Party("/rooms/{room_id}", s.enter)
	room.Get("/lockers", s.inRoom)
	room.Get("/lockers/{id}", s.lockerInRoom)
	return app, app.Build()
}

func (s *server) mine(ctx iris.Context) { _ = ctx.JSON(s.beds.Mine(ctx.Request().Context())) }

func (s *server) rent(ctx iris.Context) {
	l := &locker{ID: ctx.URLParam("id"), GuestID: guard.Guest(ctx.Request().Context()), RoomID: ctx.URLParam("room")}
	s.lockers[l.ID] = l
	_ = ctx.JSON(l)
}

// of is what is in the room.
func (s *server) of(room string) []*locker {
	found := []*locker{}
	for _, l := range s.lockers {
		if l.RoomID == room {
			found = append(found, l)
		}
	}
	return found
}

func (s *server) inRoom(ctx iris.Context) { _ = ctx.JSON(s.of(ctx.Params().Get("room_id"))) }
