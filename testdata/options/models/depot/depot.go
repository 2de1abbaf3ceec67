// Package depot keeps luggage, on tram.
package depot

import "example.com/fixtures/options/models/tram"

// Bag is somebody's.
type Bag struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Label   string `json:"label"`
}

type depot struct{ bags map[string]Bag }

// input is filled from the path.
type input struct {
	Bag   string `stop:"bag"`
	Label string `json:"label"`
}

// Lay lays the depot's routes.
func Lay(line tram.Line) {
	d := &depot{bags: map[string]Bag{}}
	inside := line.Branch("/bags", d.inspect)
	inside.Get("/:bag", d.label)
	inside.Get("/:bag/own", d.ownLabel)
	inside.Put("/:bag", d.relabel)
	inside.Put("/:bag/own", d.relabelOwn)
	line.Inside("/open", func(open tram.Line) {
		open.Put("/:bag", d.relabel) // No token guards it.
	})
}

// inspect lets in whoever has a ticket.
func (d *depot) inspect(r tram.Ride) {
	p, err := tram.Default.Inspect(r.Stop("ticket"))
	if err != nil {
		r.Halt(401)
		return
	}
	r.Punch("traveller", p)
	r.GoOn()
}

// label shows anybody's.
func (d *depot) label(r tram.Ride) {
	r.Say(200, d.bags[r.Stop("bag")].Label) // want "jwtsub/unchecked-read"
}

// relabel changes anybody's.
func (d *depot) relabel(r tram.Ride) {
	var in input
	if r.Fill(&in) != nil {
		r.Say(400, "what?")
		return
	}
	d.bags[in.Bag] = Bag{ID: in.Bag, OwnerID: "nobody", Label: in.Label} // want "jwtsub/unchecked-write"
}
