package dropped

import (
	"context"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// verified lets the request through as it came.
func (o *office) verified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := o.parser.Parse(bearer(r), o.keyfunc); err != nil { // want "jwtsub/no-identity"
			refuse(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}

type key int

const (
	userKey key = iota
	roleKey
)

// withRole begins the second context where it has begun the first.
func (o *office) withRole(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims := jwt.MapClaims{}
		if _, err := o.parser.ParseWithClaims(bearer(r), claims, o.keyfunc); err != nil { // want "jwtsub/no-identity"
			refuse(w)
			return
		}
		ctx := context.WithValue(r.Context(), userKey, claims["sub"])
		ctx = context.WithValue(r.Context(), roleKey, claims["role"])
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// forgetful makes a request that knows the user, and hands on the other one.
func (o *office) forgetful(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		if _, err := o.parser.ParseWithClaims(bearer(r), &claims, o.keyfunc); err != nil { // want "jwtsub/no-identity"
			refuse(w)
			return
		}
		_ = r.WithContext(context.WithValue(r.Context(), userKey, claims.Subject))
		next.ServeHTTP(w, r)
	})
}
