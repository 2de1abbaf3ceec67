// Package handlers answers behind the middleware of another package.
package handlers

import (
	"net/http"

	"example.com/fixtures/jwtpanic/context/auth"
)

// Show answers with the user's ID.
func Show(w http.ResponseWriter, r *http.Request) {
	id := r.Context().Value(auth.UserKey).(float64) // want `claim uid is taken for float64 unchecked`
	name := r.Context().Value(auth.NameKey).(string)
	_, _ = w.Write([]byte(name))
	_ = id
}
