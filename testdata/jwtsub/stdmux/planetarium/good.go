package planetarium

import (
	"net/http"

	"example.com/fixtures/jwtsub/stdmux/planetarium/viewings"
)

// show takes a viewing by both.
func (h *hall) show(w http.ResponseWriter, r *http.Request) {
	v, err := h.shelf.Find(r.Context(), r.PathValue("viewing_id"), guest(r))
	reply(w, v, err)
}

// trouble prints what an error says.
func (h *hall) trouble(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("owner_id")
	tell(w, about(id), id)
}

// names puts an answer together.
func (h *hall) names(w http.ResponseWriter, r *http.Request) {
	reply(w, table([]string{r.PathValue("owner_id")}), nil)
}

// table has a line for each name.
func table(names []string) map[string]viewings.Viewing {
	lines := make(map[string]viewings.Viewing)
	each(names, func(name string) { lines[name] = viewings.Viewing{} })
	return lines
}

func each(names []string, do func(string)) {
	for _, name := range names {
		do(name)
	}
}

// phase says what comes next.
func (h *hall) phase(w http.ResponseWriter, r *http.Request) {
	v := viewings.Parse(r.PathValue("owner_id"))
	reply(w, v.Phase.Next(), nil)
}

// text says the same in other words.
func (h *hall) text(w http.ResponseWriter, r *http.Request) {
	reply(w, viewings.Parse(r.PathValue("owner_id")).Of.ToText(), nil)
}

// advance asks the phase of the viewing that was found by both.
func (h *hall) advance(w http.ResponseWriter, r *http.Request) {
	v, err := h.shelf.Find(r.Context(), r.PathValue("viewing_id"), guest(r))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if v.Phase.IsOver() {
		w.WriteHeader(http.StatusConflict)
		return
	}
	reply(w, v.Phase.Next(), nil)
}

// letIn looks into the settings.
func (h *hall) letIn(w http.ResponseWriter, r *http.Request) {
	reply(w, h.makers[r.PathValue("owner_id")], nil)
}

// rank is a number by a name.
func (h *hall) rank(w http.ResponseWriter, r *http.Request) {
	reply(w, h.ranks[r.PathValue("owner_id")], nil)
}

// star is out of a book.
func (h *hall) star(w http.ResponseWriter, r *http.Request) {
	reply(w, h.charted[r.PathValue("owner_id")], nil)
}

// marked asks whether something is written down.
func (h *hall) marked(w http.ResponseWriter, r *http.Request) {
	reply(w, h.pick.Match(r.PathValue("owner_id")), nil)
}
