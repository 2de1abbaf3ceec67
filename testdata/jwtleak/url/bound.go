package url

import (
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func boundKey(*jwt.Token) (any, error) { return []byte(os.Getenv("BOUND_KEY")), nil }

// Bound reads by a method that is kept in a variable.
func Bound(r *http.Request) error {
	get := r.URL.Query().Get
	_, err := jwt.Parse(get("token"), boundKey, jwt.WithValidMethods([]string{"HS256"})) // want `read from the query parameter token`
	return err
}

// BoundForm does so with what has been posted.
func BoundForm(r *http.Request) error {
	get := r.PostForm.Get
	_, err := jwt.Parse(get("token"), boundKey, jwt.WithValidMethods([]string{"HS256"}))
	return err
}
