// Package refused has findings without a fix; each says why.
package refused

import (
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

func check(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// The answer is not the last thing that is done: what comes after it may be meant.
func middleware(next http.Handler, failed func()) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("Authorization")); err != nil { // want "jwtverify/ignored-error"
			w.WriteHeader(http.StatusUnauthorized)
			failed()
		}
		next.ServeHTTP(w, r)
	})
}

// The answer is given elsewhere.
func refuse(w http.ResponseWriter) { http.Error(w, "who are you", http.StatusUnauthorized) }

func helped(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("Authorization")); err != nil { // want "jwtverify/ignored-error"
			refuse(w)
		}
		next.ServeHTTP(w, r)
	})
}

type server struct{ c *gin.Context }

// The chain is not one that a name stands for.
func (s *server) inGin() {
	if err := check(s.c.GetHeader("Authorization")); err != nil { // want "jwtverify/ignored-error"
		s.c.JSON(http.StatusUnauthorized, gin.H{"error": "who are you"})
	}
	s.c.Next()
}

// What the token says is used: where to return from is a matter of the program.
func Dropped(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	_, _ = jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }) // want "jwtverify/ignored-error"
	return claims.Subject, nil
}
