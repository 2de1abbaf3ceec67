// Package callers lets a helper set its cookies.
package callers

import (
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtcookie/helper"
)

func sign(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(os.Getenv("LEDGER_KEY")))
}

// Open lets scripts read the token.
func Open(w http.ResponseWriter) {
	if token, err := sign("ada"); err == nil {
		helper.Set(w, "desk", token) // want `the token in a cookie has no HttpOnly .*\(jwtcookie/httponly\)`
		helper.Set(w, "theme", "dark")
		helper.SetClosed(w, "desk", token)
	}
}

func set(w http.ResponseWriter, value string) {
	http.SetCookie(w, &http.Cookie{Name: "desk", Value: value, HttpOnly: true, SameSite: http.SameSiteLaxMode}) // want `the token in the cookie desk has no Secure .*\(jwtcookie/secure\)`
}

// Near has the helper beside it.
func Near(w http.ResponseWriter) {
	if token, err := sign("ada"); err == nil {
		set(w, token)
	}
}

// Again uses it once more: the cookie is open in one place.
func Again(w http.ResponseWriter) {
	if token, err := sign("grace"); err == nil {
		set(w, token)
	}
}
