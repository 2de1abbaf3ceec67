package dropped

import (
	"context"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/julienschmidt/httprouter"
)

type userKey struct{}

type roleKey struct{}

// verified is content with any token.
func (d *desk) verified(next httprouter.Handle) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		if _, err := d.parse(r, &jwt.RegisteredClaims{}); err != nil { // want "jwtsub/no-identity"
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next(w, r, ps)
	}
}

// titled knows the role in the end, and no longer the user.
func (d *desk) titled(next httprouter.Handle) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		claims := jwt.MapClaims{}
		if _, err := d.parse(r, claims); err != nil { // want "jwtsub/no-identity"
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		ctx := context.WithValue(r.Context(), userKey{}, claims["sub"])
		ctx = context.WithValue(r.Context(), roleKey{}, claims["role"])
		next(w, r.WithContext(ctx), ps)
	}
}
