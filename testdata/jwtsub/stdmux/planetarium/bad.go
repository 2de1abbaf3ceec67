package planetarium

import "net/http"

// cancel takes anybody's viewing out of where they are kept.
func (h *hall) cancel(w http.ResponseWriter, r *http.Request) {
	delete(h.booked, r.PathValue("viewing_id")) // want `booked`
	w.WriteHeader(http.StatusNoContent)
}
