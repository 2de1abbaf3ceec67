// Example is a small service with the mistakes that jwtvet is made for. The
// README runs jwtvet on it.
package main

import (
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Claims are what the service puts into its tokens.
type Claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

// Sessions issues and verifies tokens.
type Sessions struct {
	key    []byte
	parser *jwt.Parser
}

// NewSessions reads the key from the environment.
func NewSessions() *Sessions {
	return &Sessions{
		key:    []byte(env("SESSION_KEY", "change-me-in-production")),
		parser: jwt.NewParser(jwt.WithIssuer("")),
	}
}

func env(name, fallback string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return fallback
}

// Issue signs a token for a user.
func (s *Sessions) Issue(user string) (string, error) {
	claims := Claims{Role: "user", RegisteredClaims: jwt.RegisteredClaims{
		Subject:   user,
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(s.key)
}

// User returns the user that a token was issued for.
func (s *Sessions) User(token string) (string, error) {
	var claims Claims
	_, err := s.parser.ParseWithClaims(token, &claims, func(*jwt.Token) (any, error) {
		return s.key, nil
	})
	return claims.Subject, err
}

func main() {
	sessions := NewSessions()
	http.HandleFunc("GET /whoami", func(w http.ResponseWriter, r *http.Request) {
		user, err := sessions.User(r.Header.Get("Authorization"))
		if err != nil {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		fmt.Fprintln(w, user)
	})
	_ = http.ListenAndServe("localhost:8080", nil)
}
