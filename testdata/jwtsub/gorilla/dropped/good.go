package dropped

import (
	"context"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/mux"
)

// check guards what belongs to nobody.
func (d *depot) check(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := parser.Parse(bearer(r), d.secret); err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (d *depot) prices(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("1.00")) }

// identify passes the claims on, whole.
func (d *depot) identify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, err := parser.Parse(bearer(r), d.secret)
		if err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), contextKey("claims"), token.Claims)))
	})
}

func subject(r *http.Request) string {
	claims, ok := r.Context().Value(contextKey("claims")).(jwt.MapClaims)
	if !ok {
		return ""
	}
	sub, err := claims.GetSubject()
	if err != nil {
		return ""
	}
	return sub
}

func (d *depot) showOwn(w http.ResponseWriter, r *http.Request) {
	p, ok := d.parcels[mux.Vars(r)["id"]]
	if !ok || p.OwnerID != subject(r) {
		http.NotFound(w, r)
		return
	}
	w.Write([]byte(p.Address))
}

func (d *depot) sendOwn(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"]
	p, ok := d.parcels[id]
	if !ok || p.OwnerID != subject(r) {
		http.NotFound(w, r)
		return
	}
	p.Address = r.URL.Query().Get("to")
	d.parcels[id] = p
}
