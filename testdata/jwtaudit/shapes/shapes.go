// Package shapes has the forms in which programs tell that a token is wrong.
package shapes

import (
	"context"
	"crypto/subtle"
	"errors"
	"log"
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var hs256 = jwt.WithValidMethods([]string{"HS256"})

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

type user struct{ name string }

// current returns nobody for a token that does not verify.
func current(r *http.Request) *user {
	token, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256)
	if err != nil {
		return nil
	}
	name, _ := token.Claims.GetSubject()
	return &user{name}
}

// VulnerableNil asks for nobody.
func VulnerableNil(w http.ResponseWriter, r *http.Request) {
	u := current(r) // want `a forged token is refused`
	if u == nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(u.name))
}

// verifier is an interface with one implementation in view.
type verifier interface {
	Verify(raw string) (*jwt.Token, error)
}

type withKey struct{}

// Verify hands everything on.
func (withKey) Verify(raw string) (*jwt.Token, error) { return jwt.Parse(raw, key, hs256) }

// server has a verifier.
type server struct{ tokens verifier }

// VulnerableInterface calls it.
func (s *server) VulnerableInterface(w http.ResponseWriter, r *http.Request) {
	var err error
	var token *jwt.Token
	if token, err = s.tokens.Verify(r.Header.Get("Authorization")); err != nil || !token.Valid { // want `a forged token is refused`
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// VulnerableKinds logs what is odd, and not what is forged.
func VulnerableKinds(w http.ResponseWriter, r *http.Request) {
	_, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256) // want `a forged token is refused`
	switch {
	case err == nil:
		w.WriteHeader(http.StatusOK)
	case errors.Is(err, jwt.ErrTokenSignatureInvalid):
		http.Error(w, "who are you", http.StatusUnauthorized)
	default:
		log.Print(err)
		http.Error(w, "who are you", http.StatusUnauthorized)
	}
}

// VulnerableStored keeps the verdict in a variable.
func VulnerableStored(w http.ResponseWriter, r *http.Request, claims *jwt.RegisteredClaims) {
	mine := claims.Subject == r.PathValue("user") && r.Method == http.MethodGet // want `another sub is refused`
	if !mine {
		http.Error(w, "another user", http.StatusForbidden)
		return
	}
	if subtle.ConstantTimeCompare([]byte(claims.Issuer), []byte(os.Getenv("ISSUER"))) != 1 { // want `another iss is refused`
		http.Error(w, "another issuer", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// VulnerableMap compares a claim of a map.
func VulnerableMap(w http.ResponseWriter, r *http.Request, claims jwt.MapClaims) {
	if id, ok := claims["user_id"].(string); !ok || id != r.PathValue("user") { // want `another user_id is refused`
		http.Error(w, "another user", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// VulnerableRelease ends something first, which logs nothing.
func VulnerableRelease(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(r.Context())
	if _, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256); err != nil { // want `a forged token is refused`
		cancel()
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	<-ctx.Done()
	w.WriteHeader(http.StatusOK)
}
