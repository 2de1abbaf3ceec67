package depot

import "example.com/fixtures/options/models/tram"

// ownLabel compares the owner with the passenger.
func (d *depot) ownLabel(r tram.Ride) {
	p, ok := r.Ticket("traveller").(*tram.Passenger)
	b := d.bags[r.Stop("bag")]
	if !ok || b.OwnerID != p.Number {
		r.Say(404, "no such bag")
		return
	}
	r.Say(200, b.Label)
}

// relabelOwn does so before it changes something.
func (d *depot) relabelOwn(r tram.Ride) {
	var in input
	p, ok := r.Ticket("traveller").(*tram.Passenger)
	if !ok || r.Fill(&in) != nil || d.bags[in.Bag].OwnerID != p.Number {
		r.Say(404, "no such bag")
		return
	}
	d.bags[in.Bag] = Bag{ID: in.Bag, OwnerID: p.Number, Label: in.Label}
}
