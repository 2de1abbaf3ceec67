package greenhouse

import (
	"net/http"
	"slices"
)

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

// dust is for a scope that every token has.
func (h *house) dust(w http.ResponseWriter, r *http.Request, c *claims) {
	if !slices.Contains(c.Scopes, "basic") {
		deny(w)
		return
	}
	h.plants[r.PathValue("id")].Kind += " (dusted)" // want "jwtsub/unchecked-write"
}

// sign is for whoever asks, and any plant.
func (h *house) sign(w http.ResponseWriter, r *http.Request, c *claims) {
	p, ok := h.plants[r.PathValue("id")] // want "jwtsub/unchecked-read"
	if !ok {
		http.NotFound(w, r)
		return
	}
	reply(w, map[string]any{"plant": p, "signed": h.signed(c.Subject)})
}
