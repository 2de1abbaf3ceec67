package devices

import (
	"context"
	"errors"
	"strconv"
	"sync"
)

var (
	errNoDevice = errors.New("no such device")
	errNotYours = errors.New("not your device")
)

type device struct {
	ID        int    `json:"id"`
	OwnerID   string `json:"owner_id"`
	Name      string `json:"name"`
	RenamedBy string `json:"renamed_by,omitempty"`
}

func (d *device) check(user string) error {
	if d.OwnerID != user {
		return errNotYours
	}
	return nil
}

type person struct {
	ID        string `json:"id"`
	DeviceIDs []int  `json:"-"`
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

type registry struct {
	mu   sync.Mutex
	byID map[int]*device
}

func (g *registry) get(id int) (*device, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	d, ok := g.byID[id]
	if !ok {
		return nil, errNoDevice
	}
	return d, nil
}

// getOwn gets a device from its owner's.
func (g *registry) getOwn(owner string, id int) (*device, error) {
	for _, d := range g.ownedBy(owner) {
		if d.ID == id {
			return d, nil
		}
	}
	return nil, errNoDevice
}

func (g *registry) ownedBy(owner string) []*device {
	g.mu.Lock()
	defer g.mu.Unlock()
	found := []*device{}
	for _, d := range g.byID {
		if d.OwnerID == owner {
			found = append(found, d)
		}
	}
	return found
}

func (g *registry) put(d *device) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.byID[d.ID] = d
}

func (g *registry) rename(id int, name string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if d, ok := g.byID[id]; ok {
		d.Name = name
	}
}

func (g *registry) remove(id int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.byID, id)
}

// order is what somebody wants done with a device.
type order struct {
	Device int
	User   string
	Name   string
}

// updater does what orders say.
type updater struct{ devices *registry }

func (u updater) do(o order) error {
	if _, err := u.devices.get(o.Device); err != nil {
		return err
	}
	u.devices.rename(o.Device, o.Name)
	return nil
}

func (u updater) doOwn(o order) error {
	d, err := u.devices.get(o.Device)
	if err != nil {
		return err
	}
	if err := d.check(o.User); err != nil {
		return err
	}
	return u.do(o)
}

func (u updater) reboot(id int) error { return u.start(id, "rebooted") }

func (u updater) start(id int, state string) error { return u.do(order{Device: id, Name: state}) }

func (u updater) rebootOwn(user string, id int) error { return u.startOwn(user, id, "rebooted") }

func (u updater) startOwn(user string, id int, state string) error {
	if _, err := u.devices.getOwn(user, id); err != nil {
		return err
	}
	return u.start(id, state)
}

// recycler takes an ID and is told no more.
type recycler interface{ Recycle(id int) error }

// ownRecycler is also told who asks.
type ownRecycler interface {
	RecycleOwn(user string, id int) error
}

// hub can find that in the context.
type hub interface {
	Wake(ctx context.Context, id int) error
}

type workshop struct{ devices *registry }

func (s workshop) Recycle(id int) error {
	s.devices.remove(id)
	return nil
}

func (s workshop) RecycleOwn(user string, id int) error {
	if _, err := s.devices.getOwn(user, id); err != nil {
		return err
	}
	return s.Recycle(id)
}

func (s workshop) Wake(ctx context.Context, id int) error {
	d, err := s.devices.get(id)
	if err != nil {
		return err
	}
	if err := d.check(claimsOf(ctx).Subject); err != nil {
		return err
	}
	s.devices.rename(id, "awake")
	return nil
}
