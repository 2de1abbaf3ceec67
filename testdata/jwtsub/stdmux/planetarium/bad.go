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
