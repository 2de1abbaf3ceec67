// Package issued puts tokens into cookies that a builder or a holder of the key
// has signed.
package issued

import (
	"net/http"

	"github.com/go-chi/jwtauth/v5"
	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

// Held is signed by what holds the key.
func Held(w http.ResponseWriter, auth *jwtauth.JWTAuth, who string) error {
	_, text, err := auth.Encode(map[string]any{"sub": who, "exp": jwtauth.ExpireIn(3600e9)})
	if err != nil {
		return err
	}
	http.SetCookie(w, &http.Cookie{Name: "seat", Value: text, HttpOnly: true, SameSite: http.SameSiteLaxMode}) // want `\(jwtcookie/secure\)`
	return nil
}

func encoded(auth *jwtauth.JWTAuth, who string) string {
	_, text, _ := auth.Encode(map[string]any{"sub": who, "exp": jwtauth.ExpireIn(3600e9)})
	return text
}

// Helped has a function in between, and a name that says what it is.
func Helped(w http.ResponseWriter, auth *jwtauth.JWTAuth, who string) {
	http.SetCookie(w, &http.Cookie{Name: "jwt", Value: encoded(auth, who), HttpOnly: true, SameSite: http.SameSiteLaxMode}) // want `\(jwtcookie/secure\)`
}

// Built is signed by a builder.
func Built(w http.ResponseWriter, signer jose.Signer, claims jwt.Claims) error {
	text, err := jwt.Signed(signer).Claims(claims).Serialize()
	if err != nil {
		return err
	}
	http.SetCookie(w, &http.Cookie{Name: "seat", Value: text, Secure: true, SameSite: http.SameSiteLaxMode}) // want `\(jwtcookie/httponly\)`
	return nil
}
