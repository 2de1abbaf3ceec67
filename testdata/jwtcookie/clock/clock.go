// Package clock deletes its cookie by a time that it is given: it calls a method
// of the package time and none of its functions.
package clock

import (
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func sign(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(os.Getenv("SUNDIAL_KEY")))
}

// Leave replaces the cookie by one that has expired.
func Leave(w http.ResponseWriter, now time.Time) {
	token, err := sign("nobody")
	if err != nil {
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "sundial", Value: token, Expires: now.Add(-time.Hour)})
}

// Enter sets it for an hour.
func Enter(w http.ResponseWriter, now time.Time) {
	token, err := sign("ada")
	if err != nil {
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "sundial", Value: token, Expires: now.Add(time.Hour), Secure: true, HttpOnly: true}) // want `no SameSite`
}
