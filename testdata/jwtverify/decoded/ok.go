// Package decoded reads tokens without verifying them where that does no harm.
package decoded

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type session struct{}

// store stands for a database.
type store interface {
	Load(ctx context.Context, user string) (string, error)
}

// Issuer chooses the key by who says to have issued the token, and verifies.
func Issuer(keys map[string][]byte, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := r.Header.Get("X-Issued")
		first := &jwt.RegisteredClaims{}
		if _, _, err := jwt.NewParser().ParseUnverified(raw, first); err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		claims := &jwt.RegisteredClaims{}
		_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return keys[first.Issuer], nil })
		if err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), session{}, claims.Subject)))
	})
}

// Logged writes down who has been refused.
func Logged(w http.ResponseWriter, r *http.Request) {
	claims := &jwt.RegisteredClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("X-Refused"), claims); err == nil {
		log.Println("refused:", claims.Subject)
	}
	http.Error(w, "who are you", http.StatusUnauthorized)
}

// Expiry is a client's: it reads when its own token ends.
func Expiry() (string, error) {
	claims := &jwt.RegisteredClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(os.Getenv("TOKEN"), claims); err != nil {
		return "", err
	}
	return fmt.Sprint(claims.ExpiresAt), nil
}

// verify is the check that Later makes.
func verify(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil })
	return err
}

// Later verifies before the claims count.
func Later(db store, w http.ResponseWriter, r *http.Request) {
	raw := r.Header.Get("X-Later")
	claims := &jwt.RegisteredClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(raw, claims); err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	if err := verify(raw); err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	name, _ := db.Load(r.Context(), claims.Subject)
	w.Write([]byte(name))
}

// Remote asks the service that has issued the token.
func Remote(db store, w http.ResponseWriter, r *http.Request) {
	raw := r.Header.Get("X-Remote")
	answer, err := http.Post("https://login.example/verify", "text/plain", strings.NewReader(raw))
	if err != nil || answer.StatusCode != http.StatusOK {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	claims := &jwt.RegisteredClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(raw, claims); err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	name, _ := db.Load(r.Context(), claims.Subject)
	w.Write([]byte(name))
}

// Profile is the end of a chain, in which somebody may have verified the cookie.
func Profile(db store, w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("session")
	if err != nil {
		return
	}
	claims := &jwt.RegisteredClaims{}
	if _, _, err := jwt.NewParser().ParseUnverified(cookie.Value, claims); err != nil {
		return
	}
	name, _ := db.Load(r.Context(), claims.Subject)
	w.Write([]byte(name))
}
