package hostel

import (
	"context"

	"github.com/kataras/iris/v12"

	"example.com/fixtures/jwtsub/iris/hostel/beds"
	"example.com/fixtures/jwtsub/iris/hostel/guard"
)

// bed has a method of the service's.
func (s *server) bed(ctx iris.Context) {
	withID(ctx, func(ctx context.Context, id string) (any, error) { return s.beds.Find(ctx, id) })
}

func (s *server) makeBed(ctx iris.Context) {
	err := s.beds.Make(ctx.Request().Context(), ctx.Params().Get("id"), ctx.URLParam("linen"))
	if err != nil {
		ctx.StopWithStatus(iris.StatusNotFound)
	}
}

func (s *server) lockerOwn(ctx iris.Context) { withID(ctx, s.own) }

func (s *server) own(ctx context.Context, id string) (any, error) {
	l, ok := s.lockers[id]
	if !ok || l.GuestID != guard.Guest(ctx) {
		return nil, beds.ErrNone
	}
	return l, nil
}

// admin looks the caller up.
func (s *server) admin(ctx iris.Context) bool {
	person, ok := s.people.Lookup(guard.Guest(ctx.Request().Context()))
	return ok && person.Kind == "admin"
}

func (s *server) fillAny(ctx iris.Context) {
	if !s.admin(ctx) {
		ctx.StopWithStatus(iris.StatusForbidden)
		return
	}
	s.lockers[ctx.Params().Get("id")].Inside = ctx.URLParam("inside")
}

func (s *server) emptyAny(ctx iris.Context) {
	person, ok := s.people.Lookup(guard.Guest(ctx.Request().Context()))
	if !ok || person.Kind != "admin" {
		ctx.StopWithStatus(iris.StatusForbidden)
		return
	}
	withID(ctx, s.remove)
}

// lockerInRoom stays in the room of the context.
func (s *server) lockerInRoom(ctx iris.Context) {
	room, id := ctx.Values().GetString("room"), ctx.Params().Get("id")
	for _, l := range s.of(room) {
		if l.ID == id {
			_ = ctx.JSON(l)
			return
		}
	}
	ctx.StopWithStatus(iris.StatusNotFound)
}
