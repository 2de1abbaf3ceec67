package bookings

import (
	"context"
	"errors"
	"sync"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
)

var (
	errNone     = errors.New("no such booking")
	errNotYours = errors.New("not your booking")
)

type booking struct {
	ID       string `json:"id"`
	GuestID  string `json:"guest_id"`
	Room     string `json:"room"`
	SignedBy string `json:"signed_by,omitempty"`
}

// Bill is kept by gorm.
type Bill struct {
	ID      string `gorm:"primaryKey" json:"id"`
	GuestID string `json:"guest_id"`
	Sum     string `json:"sum"`
}

type ledger struct {
	mu  sync.Mutex
	all map[string]*booking
}

func (l *ledger) get(id string) (*booking, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if b, ok := l.all[id]; ok {
		return b, nil
	}
	return nil, errNone
}

func (l *ledger) of(guest string) []*booking {
	l.mu.Lock()
	defer l.mu.Unlock()
	found := []*booking{}
	for _, b := range l.all {
		if b.GuestID == guest {
			found = append(found, b)
		}
	}
	return found
}

// getFor gets a booking if it is the guest's.
func (l *ledger) getFor(guest, id string) (*booking, error) {
	b, err := l.get(id)
	if err != nil {
		return nil, err
	}
	if b.GuestID != guest {
		return nil, errNone
	}
	return b, nil
}

func (l *ledger) put(b *booking) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all[b.ID] = b
}

func (l *ledger) drop(id string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.all, id)
}

// wish is what a guest would like.
type wish struct {
	Booking string
	Guest   string
	Room    string
}

// desk is where wishes are heard.
type desk struct{ bookings *ledger }

func (d desk) move(id, room string) error { return d.assign(id, room) }

func (d desk) assign(id, room string) error {
	b, err := d.bookings.get(id)
	if err != nil {
		return err
	}
	b.Room = room
	d.bookings.put(b)
	return nil
}

// grant hears the wish and not the guest.
func (d desk) grant(w wish) error { return d.assign(w.Booking, w.Room) }

func (d desk) grantOwn(w wish) error {
	if _, err := d.bookings.getFor(w.Guest, w.Booking); err != nil {
		return err
	}
	return d.grant(w)
}

func (d desk) moveOwn(g *guest, id, room string) error { return d.assignOwn(g, id, room) }

func (d desk) assignOwn(g *guest, id, room string) error {
	b, err := d.bookings.get(id)
	if err != nil {
		return err
	}
	if !g.owns(b) {
		return errNotYours
	}
	b.Room = room
	d.bookings.put(b)
	return nil
}

type cleaner interface{ Clean(id string) error }

type porter interface {
	Carry(guest, id string) error
}

type waiter interface {
	Serve(ctx context.Context, id string) error
}

type staffRoom struct{ bookings *ledger }

func (s staffRoom) Clean(id string) error { return desk(s).assign(id, "clean") }

func (s staffRoom) Carry(guest, id string) error {
	return desk(s).grantOwn(wish{Booking: id, Guest: guest, Room: "carried"})
}

func (s staffRoom) Serve(ctx context.Context, id string) error {
	return desk(s).assignOwn(guestOf(ctx), id, "served")
}

func newEnforcer() *casbin.Enforcer {
	m := model.NewModel()
	m.AddDef("r", "r", "sub, obj, act")
	m.AddDef("p", "p", "sub, obj, act")
	m.AddDef("e", "e", "some(where (p.eft == allow))")
	m.AddDef("m", "m", "r.sub == p.sub && r.obj == p.obj && r.act == p.act")
	e, err := casbin.NewEnforcer(m)
	if err != nil {
		panic(err)
	}
	if _, err := e.AddPolicy("bob", "b2", "late"); err != nil {
		panic(err)
	}
	return e
}
