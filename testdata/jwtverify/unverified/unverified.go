// Package unverified believes tokens that nobody has verified.
package unverified

import (
	"context"
	"encoding/json"
	"net/http"

	old "github.com/dgrijalva/jwt-go"
	"github.com/gin-gonic/gin"
	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
	kataras "github.com/kataras/jwt"
	jwx "github.com/lestrrat-go/jwx/v2/jwt"
)

type session struct{}

// store stands for a database.
type store interface {
	Load(ctx context.Context, user string) (string, error)
}

// Vulnerable keeps what the token says as who the caller is.
func Vulnerable(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims := jwt.MapClaims{}
		_, _, err := jwt.NewParser().ParseUnverified(r.Header.Get("X-Token"), claims) // want `jwt.ParseUnverified verifies nothing.*\(jwtverify/unverified\)`
		if err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), session{}, claims["sub"])))
	})
}

// VulnerableGin loads the record of whoever the token names.
func VulnerableGin(db store) gin.HandlerFunc {
	return func(c *gin.Context) {
		claims := &v4.RegisteredClaims{}
		if _, _, err := new(v4.Parser).ParseUnverified(c.Query("ticket"), claims); err != nil { // want `\(jwtverify/unverified\)`
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		name, err := db.Load(c, claims.Subject)
		if err != nil {
			c.AbortWithStatus(http.StatusInternalServerError)
			return
		}
		c.String(http.StatusOK, name)
	}
}

// read is given the token.
func read(raw string) (string, error) {
	claims := &old.StandardClaims{}
	if _, _, err := new(old.Parser).ParseUnverified(raw, claims); err != nil {
		return "", err
	}
	return claims.Subject, nil
}

// VulnerableCaller gives it one from a form.
func VulnerableCaller(db store, w http.ResponseWriter, r *http.Request) {
	user, err := read(r.FormValue("ticket")) // want `unverified.read verifies nothing.*\(jwtverify/unverified\)`
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	name, _ := db.Load(r.Context(), user)
	w.Write([]byte(name))
}

// VulnerableJose asks for the claims without a key.
func VulnerableJose(db store, w http.ResponseWriter, r *http.Request) {
	token, err := josejwt.ParseSigned(r.Header.Get("X-Jose"), []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	var claims josejwt.Claims
	if err := token.UnsafeClaimsWithoutVerification(&claims); err != nil { // want `\(jwtverify/unverified\)`
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	name, _ := db.Load(r.Context(), claims.Subject)
	w.Write([]byte(name))
}

// VulnerableJWX parses insecurely.
func VulnerableJWX(db store, w http.ResponseWriter, r *http.Request) {
	token, err := jwx.ParseInsecure([]byte(r.Header.Get("X-Jwx"))) // want `\(jwtverify/unverified\)`
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	name, _ := db.Load(r.Context(), token.Subject())
	w.Write([]byte(name))
}

// VulnerableUnsigned tells the parser to verify nothing.
func VulnerableUnsigned(db store, w http.ResponseWriter, r *http.Request) {
	token, err := jwx.ParseString(r.Header.Get("X-Unsigned"), jwx.WithVerify(false), jwx.WithValidate(false)) // want `jwt.ParseString verifies nothing.*\(jwtverify/unverified\)`
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	name, _ := db.Load(r.Context(), token.Subject())
	w.Write([]byte(name))
}

// VulnerableKataras decodes.
func VulnerableKataras(db store, w http.ResponseWriter, r *http.Request) {
	token, err := kataras.Decode([]byte(r.Header.Get("X-Kataras"))) // want `\(jwtverify/unverified\)`
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	var claims kataras.Claims
	if err := json.Unmarshal(token.Payload, &claims); err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	name, _ := db.Load(r.Context(), claims.Subject)
	w.Write([]byte(name))
}

// VulnerableKeyless parses without a key, and throws away what the library says.
func VulnerableKeyless(db store, w http.ResponseWriter, r *http.Request) {
	token, _ := jwt.Parse(r.Header.Get("X-Keyless"), nil) // want `\(jwtverify/unverified\)`
	name, _ := db.Load(r.Context(), token.Claims.(jwt.MapClaims)["sub"].(string))
	w.Write([]byte(name))
}
