package gazette

import (
	"net/http"

	"github.com/go-chi/chi/v5"
)

func answer(w http.ResponseWriter, err error) {
	if err != nil {
		http.Error(w, err.Error(), http.StatusForbidden)
	}
}

func (g *Gazette) post(w http.ResponseWriter, r *http.Request) {
	author, ok := kept[int64](w, r, authorKey)
	if !ok {
		return
	}
	answer(w, g.desk.write(&article{ID: r.FormValue("id"), AuthorID: author, Text: r.FormValue("text")}))
}

// withdraw is for roles that may.
func (g *Gazette) withdraw(w http.ResponseWriter, r *http.Request) {
	role, ok := kept[int64](w, r, roleKey)
	if !ok {
		return
	}
	answer(w, g.desk.withdraw(chi.URLParam(r, "id"), role))
}

// tidy asks for paper, not for permission.
func (g *Gazette) tidy(w http.ResponseWriter, r *http.Request) {
	answer(w, g.desk.tidy(chi.URLParam(r, "id"), 7)) // want "jwtsub/unchecked-write"
}

// anyRole gives a number of its own for the role.
func (g *Gazette) anyRole(w http.ResponseWriter, r *http.Request) {
	answer(w, g.desk.withdraw(chi.URLParam(r, "id"), 1)) // want "jwtsub/unchecked-write"
}

const chiefRole = 9

// purge is for the chief.
func (g *Gazette) purge(w http.ResponseWriter, r *http.Request) {
	role, ok := kept[int64](w, r, roleKey)
	if !ok {
		return
	}
	answer(w, g.desk.purge(chi.URLParam(r, "id"), role == chiefRole))
}

// purgeIfSure takes the caller's word.
func (g *Gazette) purgeIfSure(w http.ResponseWriter, r *http.Request) {
	answer(w, g.desk.purge(chi.URLParam(r, "id"), r.FormValue("sure") == "yes")) // want "jwtsub/unchecked-write"
}

// burn asks nobody.
func (g *Gazette) burn(w http.ResponseWriter, r *http.Request) {
	answer(w, g.desk.remove(chi.URLParam(r, "id"))) // want "jwtsub/unchecked-write"
}

// Routes of the gazette.
func Routes(g *Gazette) http.Handler {
	r := chi.NewRouter()
	r.Use(g.known)
	r.Post("/articles", g.post)
	r.Post("/articles/{id}/withdraw", g.withdraw)
	r.Post("/articles/{id}/tidy", g.tidy)
	r.Delete("/articles/{id}/any", g.anyRole)
	r.Delete("/articles/{id}/purge", g.purge)
	r.Delete("/articles/{id}/sure", g.purgeIfSure)
	r.Delete("/articles/{id}", g.burn)
	return r
}
