package greenhouse

import (
	"net/http"
	"slices"
)

// look is for helpers.
func (h *house) look(w http.ResponseWriter, r *http.Request, c *claims) {
	p, ok := h.plants[r.PathValue("id")]
	if !ok || !p.Helpers[c.Subject] {
		deny(w)
		return
	}
	reply(w, p)
}

// find is by ID for the administrator, and by both for others.
func (h *house) find(c *claims, id string) *plant {
	if c.Role == "admin" {
		return h.plants[id]
	}
	return h.own(c.Subject, id)
}

func (h *house) own(owner, id string) *plant {
	for _, p := range h.plants {
		if p.OwnerID == owner && p.ID == id {
			return p
		}
	}
	return nil
}

func (h *house) either(w http.ResponseWriter, r *http.Request, c *claims) {
	p := h.find(c, r.PathValue("id"))
	if p == nil {
		http.NotFound(w, r)
		return
	}
	reply(w, p)
}

func (h *house) repotOwn(w http.ResponseWriter, r *http.Request, _ *claims) {
	id := r.PathValue("id")
	if !h.permissions.Allowed(r.Context(), "repot", id) {
		deny(w)
		return
	}
	h.plants[id].Kind = r.FormValue("kind")
	w.WriteHeader(http.StatusNoContent)
}

// graftOwn is for the owner, and there is nothing else in it.
func (h *house) graftOwn(w http.ResponseWriter, r *http.Request, c *claims) {
	if p, ok := h.plants[r.PathValue("id")]; ok && p.OwnerID == c.Subject {
		p.Kind = r.FormValue("kind")
	} else {
		deny(w)
	}
}

// water says whose plant it has to be.
func (h *house) water(w http.ResponseWriter, r *http.Request, c *claims) {
	if err := h.sprinkler.Water(c.Subject, r.PathValue("id")); err != nil {
		deny(w)
	}
}

// label needs a scope.
func (h *house) label(w http.ResponseWriter, r *http.Request, c *claims) {
	if !slices.Contains(c.Scopes, "plants:admin") {
		deny(w)
		return
	}
	h.plants[r.PathValue("id")].Kind += " (rare)"
}

// addPot has to find the person's plant.
func (h *house) addPot(w http.ResponseWriter, r *http.Request, c *claims) {
	id := r.PathValue("id")
	if h.own(c.Subject, id) == nil {
		deny(w)
		return
	}
	p := h.plants[id]
	p.Pots = append(p.Pots, r.FormValue("pot"))
}

func (h *house) repaint(_ http.ResponseWriter, r *http.Request, _ *claims) {
	h.cache.drop(r.PathValue("id"))
}

// of takes "me" for the name in the token.
func (h *house) of(w http.ResponseWriter, r *http.Request, c *claims) {
	id := r.PathValue("user_id")
	if id == "me" {
		id = c.Subject
	} else if id != c.Subject {
		deny(w)
		return
	}
	reply(w, h.by(id))
}

func (h *house) signOwn(w http.ResponseWriter, r *http.Request, c *claims) {
	p, ok := h.plants[r.PathValue("id")]
	if !ok || p.OwnerID != c.Subject {
		http.NotFound(w, r)
		return
	}
	reply(w, map[string]any{"plant": p, "signed": h.signed(c.Subject)})
}
