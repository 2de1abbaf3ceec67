package hostel

import (
	"context"

	"github.com/kataras/iris/v12"

	"example.com/fixtures/jwtsub/iris/hostel/beds"
	"example.com/fixtures/jwtsub/iris/hostel/guard"
)

// clear is what polite has forgotten.
func (s *server) clear(ctx iris.Context) {
	if err := s.beds.Clear(ctx.Request().Context(), ctx.Params().Get("id")); err != nil { // want "jwtsub/unchecked-write"
		ctx.StopWithStatus(iris.StatusNotFound)
	}
}

// locker has the list of a room beside it, which asks for a key.
func (s *server) locker(ctx iris.Context) {
	withID(ctx, func(_ context.Context, id string) (any, error) { // want "jwtsub/unchecked-read"
		l, ok := s.lockers[id]
		if !ok {
			return nil, beds.ErrNone
		}
		return l, nil
	})
}

// fill is for guests, as all are.
func (s *server) fill(ctx iris.Context) {
	person, ok := s.people.Lookup(guard.Guest(ctx.Request().Context()))
	if !ok || person.Kind != "guest" {
		ctx.StopWithStatus(iris.StatusForbidden)
		return
	}
	l, ok := s.lockers[ctx.Params().Get("id")] // missed: jwtsub/unchecked-write
	if !ok {
		ctx.StopWithStatus(iris.StatusNotFound)
		return
	}
	l.Inside = ctx.URLParam("inside")
}

func (s *server) empty(ctx iris.Context) { withID(ctx, s.remove) } // want "jwtsub/unchecked-write"

func (s *server) remove(_ context.Context, id string) (any, error) {
	delete(s.lockers, id)
	return "empty", nil
}
