package greenhouse

import "net/http"

// repot minds only when there is a header that says so.
func (h *house) repot(w http.ResponseWriter, r *http.Request, c *claims) {
	p, ok := h.plants[r.PathValue("id")] // missed: jwtsub/ineffective
	if !ok {
		http.NotFound(w, r)
		return
	}
	if strict := r.Header.Get("X-Strict"); strict != "" && p.OwnerID != c.Subject {
		deny(w)
		return
	}
	p.Kind = r.FormValue("kind")
	w.WriteHeader(http.StatusNoContent)
}

// graft has an answer that is always yes.
func (h *house) graft(w http.ResponseWriter, r *http.Request, _ *claims) {
	id := r.PathValue("id") // want "jwtsub/unchecked-write"
	if !h.permissions.Record(r.Context(), "graft", id) {
		deny(w)
		return
	}
	p, ok := h.plants[id]
	if !ok {
		http.NotFound(w, r)
		return
	}
	p.Kind = r.FormValue("kind")
	w.WriteHeader(http.StatusNoContent)
}

// drown has a machine do it.
func (h *house) drown(w http.ResponseWriter, r *http.Request, _ *claims) {
	if err := h.sprinkler.Drown(r.PathValue("id")); err != nil { // want "jwtsub/unchecked-write"
		deny(w)
	}
}

// subscribe makes anybody a reader.
func (h *house) subscribe(w http.ResponseWriter, r *http.Request, c *claims) {
	d, ok := h.diaries[r.PathValue("id")] // want "jwtsub/unchecked-read"
	if !ok {
		http.NotFound(w, r)
		return
	}
	reply(w, d.subscribe(c.Subject))
}
