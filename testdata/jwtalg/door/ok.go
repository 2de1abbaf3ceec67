// Package door verifies for other packages, which bring the keyfunc or the
// options: whatever is wrong is theirs.
package door

import (
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

// Open is two calls away from the library.
func Open(raw string, keyfunc jwt.Keyfunc, opts ...jwt.ParserOption) (*jwt.Token, error) {
	return open(raw, keyfunc, opts)
}

func open(raw string, keyfunc jwt.Keyfunc, opts []jwt.ParserOption) (*jwt.Token, error) {
	return jwt.NewParser(opts...).Parse(raw, keyfunc)
}

// Into decodes into the caller's type.
func Into[T jwt.Claims](raw string, claims T, keyfunc jwt.Keyfunc) (T, error) {
	_, err := jwt.ParseWithClaims(raw, claims, keyfunc)
	return claims, err
}

// Guard is a middleware with the caller's keyfunc.
func Guard(keyfunc jwt.Keyfunc) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
			if _, err := jwt.Parse(raw, keyfunc); err != nil {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// Lock keeps the caller's keyfunc.
type Lock struct{ keyfunc jwt.Keyfunc }

// NewLock takes it.
func NewLock(keyfunc jwt.Keyfunc) *Lock { return &Lock{keyfunc: keyfunc} }

// Turn verifies.
func (l *Lock) Turn(raw string) (*jwt.Token, error) { return jwt.Parse(raw, l.keyfunc) }

// Methods is an option for the callers.
func Methods() jwt.ParserOption { return jwt.WithValidMethods([]string{"HS256"}) }
