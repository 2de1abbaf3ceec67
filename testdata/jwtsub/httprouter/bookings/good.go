package bookings

import (
	"errors"
	"log"
	"net/http"
	"slices"

	"github.com/julienschmidt/httprouter"
)

// refuse answers for an error, if there is one.
func refuse(w http.ResponseWriter, err error) bool {
	switch {
	case err == nil:
		return false
	case errors.Is(err, errNotYours):
		http.Error(w, err.Error(), http.StatusForbidden)
	default:
		http.Error(w, err.Error(), http.StatusNotFound)
	}
	return true
}

func (h *hotel) showOwn(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	b, err := h.bookings.get(ps.ByName("id"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if b.GuestID != g.ID {
		http.Error(w, errNotYours.Error(), http.StatusForbidden)
		return
	}
	write(w, b)
}

func (h *hotel) moveOwn(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	if refuse(w, h.desk.moveOwn(g, ps.ByName("id"), r.URL.Query().Get("room"))) {
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (h *hotel) cancelOwn(w http.ResponseWriter, _ *http.Request, ps httprouter.Params, g *guest) {
	b, err := h.bookings.getFor(g.ID, ps.ByName("id"))
	if refuse(w, err) {
		return
	}
	h.bookings.drop(b.ID)
}

func (h *hotel) changeOwn(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	refuse(w, h.desk.grantOwn(wish{bookingID(ps), g.ID, r.URL.Query().Get("room")}))
}

// allow is for handlers that want to know why not.
func allow(g *guest, b *booking) error {
	if g.owns(b) {
		return nil
	}
	return errNotYours
}

func (h *hotel) extendOwn(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	b, err := h.bookings.get(bookingID(ps))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if err := allow(g, b); err != nil {
		refuse(w, err)
		return
	}
	b.Room = "extended"
}

func (h *hotel) carry(w http.ResponseWriter, _ *http.Request, ps httprouter.Params, g *guest) {
	refuse(w, h.porter.Carry(g.ID, ps.ByName("id")))
}

func (h *hotel) serve(w http.ResponseWriter, r *http.Request, ps httprouter.Params, _ *guest) {
	refuse(w, h.waiter.Serve(r.Context(), ps.ByName("id")))
}

// upgradeOwn goes on only where the guest owns the booking.
func (h *hotel) upgradeOwn(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	if b, err := h.bookings.get(ps.ByName("id")); err == nil && g.owns(b) {
		b.Room = "upgraded"
		return
	}
	http.NotFound(w, r)
}

// trip is one of the guest's own.
func (h *hotel) trip(w http.ResponseWriter, r *http.Request, ps httprouter.Params, _ *guest) {
	id := ps.ByName("id")
	if g := guestOf(r.Context()); !slices.Contains(g.Trips, id) {
		http.Error(w, errNotYours.Error(), http.StatusForbidden)
		return
	}
	b, err := h.bookings.get(id)
	if refuse(w, err) {
		return
	}
	write(w, b)
}

// lateCheckout is as the policy says.
func (h *hotel) lateCheckout(w http.ResponseWriter, _ *http.Request, ps httprouter.Params, g *guest) {
	id := ps.ByName("id")
	ok, err := h.enforcer.Enforce(g.ID, id, "late")
	if err != nil || !ok {
		http.Error(w, "at ten, please", http.StatusForbidden)
		return
	}
	refuse(w, h.desk.assign(id, "late"))
}

func (h *hotel) history(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	b, err := h.bookings.get(ps.ByName("id"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if !g.Admin && !g.owns(b) {
		http.Error(w, errNotYours.Error(), http.StatusForbidden)
		return
	}
	write(w, b)
}

func (h *hotel) lock(w http.ResponseWriter, _ *http.Request, ps httprouter.Params, g *guest) {
	if !g.Admin {
		http.Error(w, "staff only", http.StatusForbidden)
		return
	}
	refuse(w, h.desk.assign(ps.ByName("id"), "locked"))
}

// myBookings is for the guest in the path.
func (h *hotel) myBookings(w http.ResponseWriter, _ *http.Request, ps httprouter.Params, g *guest) {
	id := ps.ByName("guest_id")
	if id != g.ID {
		http.Error(w, "not you", http.StatusForbidden)
		return
	}
	write(w, h.bookings.of(id))
}

// guestBooking looks within the bookings of the guest in the path.
func (h *hotel) guestBooking(w http.ResponseWriter, _ *http.Request, ps httprouter.Params, g *guest) {
	id := ps.ByName("guest_id")
	if id != g.ID {
		http.Error(w, "not you", http.StatusForbidden)
		return
	}
	b, err := h.bookings.getFor(id, ps.ByName("id"))
	if refuse(w, err) {
		return
	}
	write(w, b)
}

func (h *hotel) billOwn(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	var b Bill
	if err := h.db.Where("guest_id = ?", g.ID).Take(&b, "id = ?", ps.ByName("id")).Error; err != nil {
		http.NotFound(w, r)
		return
	}
	write(w, b)
}

func (h *hotel) tearOwn(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	torn := h.db.Where(Bill{ID: ps.ByName("id"), GuestID: g.ID}).Delete(&Bill{})
	if torn.Error != nil || torn.RowsAffected == 0 {
		http.NotFound(w, r)
	}
}

func (h *hotel) rekeyOwn(w http.ResponseWriter, r *http.Request) {
	id := httprouter.ParamsFromContext(r.Context()).ByName("id")
	b, err := h.bookings.getFor(guestOf(r.Context()).ID, id)
	if refuse(w, err) {
		return
	}
	b.Room = "new key"
}

// owner stands before handlers that leave it to others, for any parameter.
func (h *hotel) owner(param string, next httprouter.Handle) handler {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
		b, err := h.bookings.get(ps.ByName(param))
		if err != nil || !g.owns(b) {
			http.Error(w, errNotYours.Error(), http.StatusForbidden)
			return
		}
		next(w, r, ps)
	}
}

func (h *hotel) find(w http.ResponseWriter, id string) {
	b, err := h.bookings.get(id)
	if refuse(w, err) {
		return
	}
	write(w, b)
}

func (h *hotel) checked(w http.ResponseWriter, _ *http.Request, ps httprouter.Params) {
	h.find(w, ps.ByName("id"))
}

func (h *hotel) cancelChecked(_ http.ResponseWriter, _ *http.Request, ps httprouter.Params) {
	h.bookings.drop(ps.ByName("id"))
}

func (h *hotel) told(w http.ResponseWriter, _ *http.Request, ps httprouter.Params) {
	h.find(w, ps.ByName("booking"))
}

// any stands behind staff.
func (h *hotel) any(w http.ResponseWriter, _ *http.Request, ps httprouter.Params) {
	h.find(w, ps.ByName("id"))
}

// room is for everybody.
func (h *hotel) room(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	room, ok := h.rooms[ps.ByName("id")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	write(w, room)
}

// star adds what is the guest's, unstar takes it away.
func (h *hotel) star(_ http.ResponseWriter, _ *http.Request, ps httprouter.Params, g *guest) {
	h.stars[star{g.ID, ps.ByName("id")}] = true
}

func (h *hotel) unstar(_ http.ResponseWriter, _ *http.Request, ps httprouter.Params, g *guest) {
	delete(h.stars, star{guest: g.ID, room: ps.ByName("id")})
}

// profile is what guests want others to know.
func (h *hotel) profile(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	p, ok := h.profiles[ps.ByName("name")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	write(w, p)
}

// open is for whoever has the code.
func (h *hotel) open(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	code := ps.ByName("code")
	room, ok := h.keycards[code]
	if !ok {
		http.NotFound(w, r)
		return
	}
	delete(h.keycards, code)
	write(w, room)
}

func ping(w http.ResponseWriter, _ *http.Request, ps httprouter.Params, g *guest) {
	log.Printf("%s rings for %s", g.ID, ps.ByName("id"))
	write(w, ps.ByName("id"))
}
