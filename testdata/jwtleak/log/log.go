// Package log writes tokens and keys where others read them.
package log

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwxjwt "github.com/lestrrat-go/jwx/v2/jwt"

	"example.com/fixtures/jwtleak/names"
)

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("LEDGER_KEY")), nil }

var hs256 = jwt.WithValidMethods([]string{"HS256"})

func sign(user string) (string, error) {
	claims := jwt.RegisteredClaims{ID: names.New(), Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(os.Getenv("LEDGER_KEY")))
}

// Login writes the token that it hands out.
func Login(w http.ResponseWriter, r *http.Request) {
	token, err := sign(r.FormValue("user"))
	if err != nil {
		http.Error(w, "no token", http.StatusInternalServerError)
		return
	}
	log.Printf("new token: %s", token) // want `log.Printf writes a signed token \(whoever reads the log can use it\); log its jti or subject instead \(jwtleak/log\)`
	fmt.Fprintln(w, token)
}

// Loudly does so in other words.
func Loudly(user string) {
	token, err := sign(user)
	slog.Info("login", "user", user, slog.String("token", token), "error", err) // want `writes a signed token .*\(jwtleak/log\)`
}

// Guard writes the token that it cannot verify.
func Guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		if _, err := jwt.Parse(raw, key, hs256); err != nil {
			log.Println("bad token", raw, err) // want `writes the token that is verified .*\(jwtleak/log\)`
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Verify does so in a helper.
func Verify(raw string) error {
	_, err := jwt.Parse(raw, key, hs256)
	if err != nil {
		fmt.Printf("cannot verify %q: %v\n", raw, err) // want `writes the token that is verified .*\(jwtleak/log\)`
	}
	return err
}

// Header writes the header before anybody looks at it.
func Header(c *gin.Context) {
	log.Println(c.GetHeader("authorization")) // want `writes the Authorization header .*\(jwtleak/log\)`
	c.Next()
}

// Start writes the key.
func Start() {
	log.Println("starting with", os.Getenv("LEDGER_KEY")) // want `log.Println writes the key \(whoever reads the log can use it\); leave it out \(jwtleak/log\)`
}

// Cookie writes the cookie that it verifies, with the library before.
func Cookie(c *gin.Context) {
	raw, err := c.Cookie("session")
	if err != nil {
		return
	}
	if _, err := v4.Parse(raw, func(*v4.Token) (any, error) { return []byte(os.Getenv("LEDGER_KEY")), nil }); err != nil {
		log.Printf("session %s: %v", raw, err) // want `writes the token that is verified .*\(jwtleak/log\)`
	}
}

// Builder does so with jwx.
func Builder(user string) {
	token, err := jwxjwt.NewBuilder().Subject(user).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return
	}
	signed, err := jwxjwt.Sign(token, jwxjwt.WithKey(jwa.HS256, []byte(os.Getenv("LEDGER_KEY"))))
	log.Println(string(signed), err) // want `writes a signed token .*\(jwtleak/log\)`
}

// Quietly tells tokens apart by what gives nothing away.
func Quietly(w http.ResponseWriter, r *http.Request) {
	raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	var claims jwt.RegisteredClaims
	if _, err := jwt.ParseWithClaims(raw, &claims, key, hs256); err != nil {
		log.Println("bad token:", err, len(raw), r.Header.Get("User-Agent"))
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	log.Println("token", claims.ID, "of", claims.Subject, "with a key of", len(os.Getenv("LEDGER_KEY")))
	token, _ := sign(claims.Subject)
	fmt.Fprintln(w, token)
}

// Tell hands the token to another package, which logs it.
func Tell(user string) {
	token, err := sign(user)
	names.Note("login", token) // want `writes a signed token .*\(jwtleak/log\)`
	names.Count("login", token)
	if err != nil {
		log.Println(err)
	}
}

// Mint is the command that prints a token for whoever runs it.
func Mint(user string) error {
	token, err := sign(user)
	if err == nil {
		fmt.Println(token)
	}
	return err
}

// Print does so while it answers a request.
func Print(w http.ResponseWriter, r *http.Request) {
	if token, err := sign(r.FormValue("user")); err == nil {
		fmt.Println(token) // want `fmt.Println writes a signed token .*\(jwtleak/log\)`
	}
}

// issuer is what a token says of where it comes from, before it is verified.
func issuer(raw string) (string, error) {
	parts := strings.Split(raw, ".")
	if len(parts) != 3 {
		return "", http.ErrNoCookie
	}
	payload, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		return "", err
	}
	var claims struct {
		Issuer string `json:"iss"`
	}
	if err := json.Unmarshal(payload, &claims); err != nil {
		return "", err
	}
	return claims.Issuer, nil
}

// Issuer writes a claim of the token that it verifies, here and in another package.
func Issuer(raw string) error {
	from, err := issuer(raw)
	if err != nil {
		return err
	}
	log.Println("a token of", from)
	names.Note("issuer", from)
	_, err = jwt.Parse(raw, key, hs256)
	return err
}

// Arrived hands its token to Issuer.
func Arrived(r *http.Request) error {
	return Issuer(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "))
}

// Scheme writes how the header begins.
func Scheme(r *http.Request) {
	if header := r.Header.Get("authorization"); len(header) > 6 {
		log.Println("scheme", header[:6])
		log.Println("token", header[7:]) // want `writes the Authorization header .*\(jwtleak/log\)`
	}
}
