// Package recipes has recipes that somebody has written, for all or not, and
// kitchens whose pots are taken from any stove.
package recipes

import (
	"io"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/julienschmidt/httprouter"
)

type recipe struct{ ID, OwnerID, Text string }

type pot struct{ ID, Content string }

type kitchens struct {
	key     []byte
	recipes map[string]*recipe
	cooks   map[[2]string]bool // kitchen and cook
	pots    map[string]*pot
}

type handle func(w http.ResponseWriter, r *http.Request, ps httprouter.Params, cook string)

func (k *kitchens) auth(next handle) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return k.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next(w, r, ps, claims.Subject)
	}
}

// cooking lets the kitchen's cooks through.
func (k *kitchens) cooking(next handle) httprouter.Handle {
	return k.auth(func(w http.ResponseWriter, r *http.Request, ps httprouter.Params, cook string) {
		if !k.cooks[[2]string{ps.ByName("kitchen"), cook}] {
			http.Error(w, "not your kitchen", http.StatusForbidden)
			return
		}
		next(w, r, ps, cook)
	})
}

// Handler is all kitchens.
func Handler(key []byte) http.Handler {
	k := &kitchens{
		key:     key,
		recipes: map[string]*recipe{"r2": {"r2", "bob", "boil it"}},
		cooks:   map[[2]string]bool{{"blue", "alice"}: true, {"red", "bob"}: true},
		pots:    map[string]*pot{"p2": {"p2", "soup"}},
	}
	r := httprouter.New()
	r.POST("/recipes", k.auth(k.publish))
	r.GET("/recipes/:id", k.auth(k.recipe))
	r.GET("/kitchens/:kitchen/pots/:id", k.cooking(k.pot))
	r.DELETE("/kitchens/:kitchen/pots/:id", k.cooking(k.empty))
	return r
}

func (k *kitchens) publish(_ http.ResponseWriter, r *http.Request, _ httprouter.Params, cook string) {
	id := r.URL.Query().Get("id")
	k.recipes[id] = &recipe{ID: id, OwnerID: cook, Text: r.URL.Query().Get("text")}
}

func (k *kitchens) recipe(w http.ResponseWriter, r *http.Request, ps httprouter.Params, _ string) {
	found, ok := k.recipes[ps.ByName("id")] // want "jwtsub/weak-evidence"
	if !ok {
		http.NotFound(w, r)
		return
	}
	io.WriteString(w, found.Text)
}

func (k *kitchens) pot(w http.ResponseWriter, r *http.Request, ps httprouter.Params, _ string) {
	found, ok := k.pots[ps.ByName("id")] // want "jwtsub/weak-evidence"
	if !ok {
		http.NotFound(w, r)
		return
	}
	io.WriteString(w, found.Content)
}

func (k *kitchens) empty(_ http.ResponseWriter, _ *http.Request, ps httprouter.Params, _ string) {
	delete(k.pots, ps.ByName("id")) // want "jwtsub/weak-evidence"
}
