// Package mill wraps each handler, and checks a role in some.
package mill

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

type roleKey struct{}

type mill struct{ key []byte }

type private struct {
	Role string `json:"role"`
}

func (m *mill) token(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		tok, err := jwt.ParseSigned(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), []jose.SignatureAlgorithm{jose.HS256})
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		var std jwt.Claims
		var own private
		if err := tok.Claims(m.key, &std, &own); err != nil {
			http.Error(w, "no good token", http.StatusUnauthorized)
			return
		}
		if err := std.Validate(jwt.Expected{Issuer: "login", AnyAudience: jwt.Audience{"mill"}, Time: time.Now()}); err != nil {
			http.Error(w, "not for us", http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), roleKey{}, own.Role)))
	}
}

func (m *mill) start(w http.ResponseWriter, r *http.Request) {
	if role, _ := r.Context().Value(roleKey{}).(string); role != "foreman" {
		http.Error(w, "not you", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

func (m *mill) stop(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusAccepted) }

func (m *mill) grind(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusAccepted) }

// Handler is the whole application.
func Handler(key []byte) http.Handler {
	m := &mill{key}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /wheels", m.token(m.start))
	mux.HandleFunc("DELETE /wheels/{id}", m.token(m.stop)) // want `does without mill.start \(any valid token will do\); ask as POST /wheels does .*jwtscope/missing`
	mux.HandleFunc("POST /flour", m.token(m.grind))
	return mux
}
