package dropped

import (
	"context"
	"io"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/golang-jwt/jwt/v5"
)

// check guards what belongs to nobody.
func check(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, err := jwt.Parse(bearer(r), hs256(key)); err != nil {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

func rates(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "1.00") }

// identify passes user and role on.
func identify(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			claims := jwt.MapClaims{}
			if _, err := jwt.ParseWithClaims(bearer(r), claims, hs256(key)); err != nil {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			ctx := context.WithValue(r.Context(), userKey{}, claims["sub"])
			ctx = context.WithValue(ctx, roleKey{}, claims["role"])
			next.ServeHTTP(w, r.WithContext(ctx))
		})
	}
}

// owns compares with what identify has passed on.
func (b *bank) owns(r *http.Request) bool {
	user, ok := r.Context().Value(userKey{}).(string)
	return ok && b.wallets[chi.URLParam(r, "id")].ownerID == user
}

func (b *bank) balanceOwn(w http.ResponseWriter, r *http.Request) {
	if !b.owns(r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	b.balance(w, r)
}

func (b *bank) emptyOwn(w http.ResponseWriter, r *http.Request) {
	if !b.owns(r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	b.empty(w, r)
}
