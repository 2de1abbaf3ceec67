// Package auth puts claims into the context of a request.
package auth

import (
	"context"
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

type key struct{}

// UserKey is where the user's ID stands, and NameKey where the name does.
var (
	UserKey = key{}
	NameKey = new(key)
)

// Verify is a middleware.
func Verify(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return []byte(os.Getenv("KEY")), nil },
			jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		claims := token.Claims.(jwt.MapClaims)
		name, ok := claims["name"].(string)
		if !ok {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		ctx := context.WithValue(r.Context(), UserKey, claims["uid"])
		ctx = context.WithValue(ctx, NameKey, name)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// Whoami answers behind it.
func Whoami(w http.ResponseWriter, r *http.Request) {
	id := r.Context().Value(UserKey).(string) // want `claim uid is taken for string unchecked`
	name := r.Context().Value(NameKey).(string)
	_, _ = w.Write([]byte(id + name))
}
