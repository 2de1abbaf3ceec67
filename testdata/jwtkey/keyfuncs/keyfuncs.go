// Package keyfuncs verifies with keys that keyfuncs return.
package keyfuncs

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtkey/ring"
)

var methods = jwt.WithValidMethods([]string{"HS256"})

func Literal(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, fmt.Errorf("unexpected method %v", t.Header["alg"])
		}
		return []byte("returned-by-a-literal"), nil // want "jwtkey/hardcoded"
	})
}

func lookup(*jwt.Token) (any, error) {
	return []byte("returned-by-a-named-keyfunc"), nil // want "jwtkey/hardcoded"
}

func Named(raw string) (*jwt.Token, error) { return jwt.Parse(raw, lookup, methods) }

func keyfuncFor(key string) jwt.Keyfunc {
	return func(*jwt.Token) (any, error) { return []byte(key), nil }
}

func Built(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, keyfuncFor("bound-by-a-closure"), methods) // want "jwtkey/hardcoded"
}

// Guard is the usual middleware.
func Guard(next http.Handler) http.Handler {
	key := []byte("captured-by-a-middleware") // want "jwtkey/hardcoded"
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		_, err := jwt.ParseWithClaims(raw, &jwt.RegisteredClaims{}, func(*jwt.Token) (any, error) { return key, nil }, methods)
		if err != nil {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

type verifier struct{ secret []byte }

func newVerifier() *verifier {
	return &verifier{secret: []byte("in-a-verifier")} // want "jwtkey/hardcoded"
}

func (v *verifier) find(*jwt.Token) (any, error) { return v.secret, nil }

func Method(raw string) (*jwt.Token, error) { return jwt.Parse(raw, newVerifier().find, methods) }

func Set(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) {
		return jwt.VerificationKeySet{Keys: []jwt.VerificationKey{
			[]byte("first-of-a-set"),  // want "jwtkey/hardcoded"
			[]byte("second-of-a-set"), // want "jwtkey/hardcoded"
		}}, nil
	}, methods)
}

// The keyfuncs of the other package.

func Elsewhere(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, ring.Fixed, methods) // want "jwtkey/hardcoded"
}

func ElsewhereBuilt(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, ring.For([]byte("hung-on-the-ring")), methods) // want "jwtkey/hardcoded"
}
