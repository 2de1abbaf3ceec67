package bookings

import (
	"log"
	"net/http"

	"github.com/julienschmidt/httprouter"
)

func (h *hotel) show(w http.ResponseWriter, r *http.Request, ps httprouter.Params, _ *guest) {
	b, err := h.bookings.get(ps.ByName("id")) // want "jwtsub/unchecked-read"
	if err != nil {
		http.NotFound(w, r)
		return
	}
	write(w, b)
}

// move is two calls away from the ledger.
func (h *hotel) move(w http.ResponseWriter, r *http.Request, ps httprouter.Params, _ *guest) {
	if err := h.desk.move(ps.ByName("id"), r.URL.Query().Get("room")); err != nil { // want "jwtsub/unchecked-write"
		http.NotFound(w, r)
	}
}

func (h *hotel) cancel(_ http.ResponseWriter, _ *http.Request, ps httprouter.Params) {
	h.bookings.drop(ps.ByName("id")) // want "jwtsub/unchecked-write"
}

// change has a wish that names the guest, whom nobody asks.
func (h *hotel) change(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	wanted := wish{Booking: ps.ByName("id"), Guest: g.ID, Room: r.URL.Query().Get("room")} // want "jwtsub/unchecked-write"
	if err := h.desk.grant(wanted); err != nil {
		http.NotFound(w, r)
	}
}

// bookingID reads the parameter for others.
func bookingID(ps httprouter.Params) string { return ps.ByName("id") }

func (h *hotel) extend(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	id := bookingID(ps) // want "jwtsub/unchecked-write"
	log.Printf("%s stays longer in %s", g.ID, id)
	if err := h.desk.move(id, "extended"); err != nil {
		http.NotFound(w, r)
	}
}

// sign has the guest's name in a field.
func (h *hotel) sign(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	b, err := h.bookings.get(ps.ByName("id")) // want "jwtsub/unchecked-write"
	if err != nil {
		http.NotFound(w, r)
		return
	}
	b.Room, b.SignedBy = "signed", g.ID
	h.bookings.put(b)
}

// wake only makes sure that there is a guest.
func (h *hotel) wake(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	if g == nil || g.ID == "" {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	if err := h.desk.assign(ps.ByName("id"), "woken"); err != nil { // want "jwtsub/unchecked-write"
		http.NotFound(w, r)
	}
}

// upgrade says who has asked for it.
func (h *hotel) upgrade(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	id := ps.ByName("id") // want "jwtsub/unchecked-write"
	if err := h.desk.assign(id, "upgraded"); err != nil {
		http.NotFound(w, r)
		return
	}
	write(w, map[string]string{"booking": id, "thanks": g.ID})
}

// clean tells the cleaner which room and nothing more.
func (h *hotel) clean(w http.ResponseWriter, r *http.Request, ps httprouter.Params, _ *guest) {
	if err := h.cleaner.Clean(ps.ByName("id")); err != nil { // want "jwtsub/unchecked-write"
		http.NotFound(w, r)
	}
}

// annotate needs no put: what the ledger has is a pointer.
func annotate(l *ledger) handler {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
		b, err := l.get(ps.ByName("id")) // want "jwtsub/unchecked-write"
		if err != nil {
			http.NotFound(w, r)
			return
		}
		b.Room += ", says " + g.ID
	}
}

func (h *hotel) bookingsOf(w http.ResponseWriter, _ *http.Request, ps httprouter.Params, _ *guest) {
	write(w, h.bookings.of(ps.ByName("guest_id"))) // want "jwtsub/unchecked-read"
}

func (h *hotel) bill(w http.ResponseWriter, r *http.Request, ps httprouter.Params, _ *guest) {
	var b Bill
	if err := h.db.Take(&b, "id = ?", ps.ByName("id")).Error; err != nil { // want "jwtsub/unchecked-read"
		http.NotFound(w, r)
		return
	}
	write(w, b)
}

func (h *hotel) tear(w http.ResponseWriter, r *http.Request, ps httprouter.Params, _ *guest) {
	if err := h.db.Where("id = ?", ps.ByName("id")).Delete(&Bill{}).Error; err != nil { // want "jwtsub/unchecked-write"
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// rekey gets its parameters from the context.
func (h *hotel) rekey(w http.ResponseWriter, r *http.Request) {
	id := httprouter.ParamsFromContext(r.Context()).ByName("id") // want "jwtsub/unchecked-write"
	if err := h.desk.assign(id, "new key"); err != nil {
		http.NotFound(w, r)
	}
}

// peek does not mind strangers.
func (h *hotel) peek(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	b, err := h.bookings.get(ps.ByName("id")) // want "jwtsub/ineffective"
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if !g.owns(b) {
		log.Printf("%s peeks at %s", g.ID, b.ID)
	}
	write(w, b)
}

// host compares the booking with its own guest's bookings.
func (h *hotel) host(w http.ResponseWriter, r *http.Request, ps httprouter.Params, _ *guest) {
	b, err := h.bookings.get(ps.ByName("id")) // want "jwtsub/ineffective"
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if _, err := h.bookings.getFor(b.GuestID, b.ID); err != nil {
		http.Error(w, errNotYours.Error(), http.StatusForbidden)
		return
	}
	write(w, b)
}

func (h *hotel) cancelNow(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	id := ps.ByName("id") // want "jwtsub/ineffective"
	b, err := h.bookings.get(id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if b.GuestID != g.ID {
		http.Error(w, errNotYours.Error(), http.StatusForbidden)
	}
	h.bookings.drop(id)
}

func (h *hotel) cancelLate(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
	id := ps.ByName("id") // want "jwtsub/ineffective"
	b, err := h.bookings.get(id)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	h.bookings.drop(id)
	if !g.owns(b) {
		http.Error(w, errNotYours.Error(), http.StatusForbidden)
		return
	}
	write(w, b)
}

// stay asks the policy, and only minds if it cannot answer.
func (h *hotel) stay(w http.ResponseWriter, _ *http.Request, ps httprouter.Params, g *guest) {
	id := ps.ByName("id") // want "jwtsub/ineffective"
	if _, err := h.enforcer.Enforce(g.ID, id, "late"); err != nil {
		http.Error(w, "at ten, please", http.StatusForbidden)
		return
	}
	refuse(w, h.desk.assign(id, "late"))
}
