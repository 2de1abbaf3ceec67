// Package set puts tokens into cookies with the standard library.
package set

import (
	"net/http"
	"os"
	"time"

	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwxjwt "github.com/lestrrat-go/jwx/v2/jwt"
)

func secret() []byte { return []byte(os.Getenv("LEDGER_KEY")) }

func sign(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(secret())
}

// Bare sets nothing but the value.
func Bare(w http.ResponseWriter) {
	token, err := sign("ada")
	if err != nil {
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "desk", Value: token}) // want `the token in the cookie desk has no HttpOnly \(scripts of the page read it\); set it \(jwtcookie/httponly\)` `the token in the cookie desk has no Secure \(it is sent over plain HTTP too\); set it \(jwtcookie/secure\)` `the token in the cookie desk has no SameSite \(other sites' requests may carry it\); set Lax or Strict \(jwtcookie/samesite\)`
}

// Later sets the attributes one by one, and one of them to nothing.
func Later(w http.ResponseWriter) {
	token, err := v4.NewWithClaims(v4.SigningMethodHS256, v4.MapClaims{"sub": "ada"}).SignedString(secret())
	if err != nil {
		return
	}
	cookie := &http.Cookie{Name: "desk", Value: token}
	cookie.HttpOnly = true
	cookie.Secure = false
	cookie.SameSite = http.SameSiteStrictMode
	http.SetCookie(w, cookie) // want `has no Secure .*\(jwtcookie/secure\)`
}

// Modeless asks for the default mode, which sets nothing.
func Modeless(w http.ResponseWriter) error {
	token, err := jwxjwt.NewBuilder().Subject("ada").Build()
	if err != nil {
		return err
	}
	signed, err := jwxjwt.Sign(token, jwxjwt.WithKey(jwa.HS256, secret()))
	if err != nil {
		return err
	}
	http.SetCookie(w, &http.Cookie{Name: "desk", Value: string(signed), HttpOnly: true, Secure: true, SameSite: http.SameSiteDefaultMode}) // want `\(jwtcookie/samesite\)`
	return nil
}

// issuer signs out of view.
type issuer interface{ Issue(user string) string }

// Named says by the name what it holds.
func Named(w http.ResponseWriter, by issuer) {
	http.SetCookie(w, &http.Cookie{Name: "refresh_token", Value: by.Issue("ada"), Secure: true, SameSite: http.SameSiteLaxMode}) // want `the token in the cookie refresh_token has no HttpOnly .*\(jwtcookie/httponly\)`
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: by.Issue("dark")})
	http.SetCookie(w, &http.Cookie{Name: "csrf_token", Value: by.Issue("form"), Secure: true, SameSite: http.SameSiteLaxMode})
}

// Closed sets all of them.
func Closed(w http.ResponseWriter) {
	token, err := sign("ada")
	if err != nil {
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "desk", Value: token, HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode})
}

// Configured leaves one to whoever runs it.
func Configured(w http.ResponseWriter, tls bool) {
	token, err := sign("ada")
	if err != nil {
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "desk", Value: token, HttpOnly: true, Secure: tls, SameSite: http.SameSiteLaxMode})
}

// Logout deletes cookies, in three ways.
func Logout(w http.ResponseWriter, by issuer) {
	http.SetCookie(w, &http.Cookie{Name: "token", Value: ""})
	http.SetCookie(w, &http.Cookie{Name: "token", Value: by.Issue("nobody"), MaxAge: -1})
	http.SetCookie(w, &http.Cookie{Name: "token", Value: by.Issue("nobody"), Expires: time.Unix(0, 0)})
	http.SetCookie(w, &http.Cookie{Name: "token", Value: by.Issue("nobody"), Expires: time.Now().Add(-time.Hour)})
	http.SetCookie(w, &http.Cookie{Name: "token", Value: "deleted"})
}

// Form sets a token that the page's script sends along in a header.
func Form(w http.ResponseWriter) {
	token, err := sign("form")
	if err != nil {
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "csrf_token", Value: token, Secure: true, SameSite: http.SameSiteStrictMode})
	http.SetCookie(w, &http.Cookie{Name: "XSRF-TOKEN", Value: token, SameSite: http.SameSiteStrictMode}) // want `the token in the cookie XSRF-TOKEN has no Secure`
}
