package planetarium

import "net/http"

// cancel takes anybody's viewing out of where they are kept.
func (h *hall) cancel(w http.ResponseWriter, r *http.Request) {
	delete(h.booked, r.PathValue("viewing_id")) // want `path ID "viewing_id" changes booked unchecked`
	w.WriteHeader(http.StatusNoContent)
}

// both acts by two parts of the path: what is wrong is said once, of the record.
func (h *hall) both(w http.ResponseWriter, r *http.Request) {
	other := h.booked[r.PathValue("owner_id")]
	one := h.booked[r.PathValue("viewing_id")] // want `path ID "viewing_id" is looked up in booked unchecked`
	reply(w, []any{other, one}, nil)
}

// seatInput is what is asked for.
type seatInput struct{ OwnerID, Seat string }

// leave makes sure that there is such a seat, which is no question of whose.
func (h *hall) leave(w http.ResponseWriter, r *http.Request) {
	in := seatInput{OwnerID: r.PathValue("owner_id"), Seat: r.FormValue("seat")} // want `jwtsub/unchecked-write`
	if !taken(in.OwnerID, h.booked[in.OwnerID].Star) {
		http.NotFound(w, r)
		return
	}
	delete(h.booked, in.OwnerID)
	w.WriteHeader(http.StatusNoContent)
}

func taken(seat, star string) bool { return seat == star }
