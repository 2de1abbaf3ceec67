// Package url has tokens in addresses.
package url

import (
	"errors"
	"fmt"
	"net/http"
	neturl "net/url"
	"os"
	"strings"

	"github.com/gin-gonic/gin"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/websocket"
	"github.com/labstack/echo/v4"
	"github.com/lestrrat-go/jwx/v2/jwa"
	jwxjwt "github.com/lestrrat-go/jwx/v2/jwt"
)

var errToken = errors.New("no token")

func secret() []byte { return []byte(os.Getenv("LEDGER_KEY")) }

func verify(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return secret(), nil }, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// Query reads the token from the query.
func Query(w http.ResponseWriter, r *http.Request) {
	if err := verify(r.URL.Query().Get("token")); err != nil { // want `the token is read from the query parameter token \(addresses end in logs and histories\); use the Authorization header \(jwtleak/url\)`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func fromRequest(r *http.Request) (string, error) {
	if header := r.Header.Get("Authorization"); header != "" {
		return strings.TrimPrefix(header, "Bearer "), nil
	}
	if raw := r.URL.Query().Get("jwt"); raw != "" { // want `read from the query parameter jwt .*\(jwtleak/url\)`
		return raw, nil
	}
	return "", errToken
}

// Either takes it from the header or, failing that, from the query.
func Either(w http.ResponseWriter, r *http.Request) {
	raw, err := fromRequest(r)
	if err != nil || verify(raw) != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

// Gin reads it with a framework, and the library before.
func Gin(c *gin.Context) {
	_, err := v4.Parse(c.Query("access_token"), func(*v4.Token) (any, error) { return secret(), nil }) // want `read from the query parameter access_token .*\(jwtleak/url\)`
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
	}
}

// Echo does so with another, and jwx.
func Echo(c echo.Context) error {
	_, err := jwxjwt.Parse([]byte(c.QueryParam("token")), jwxjwt.WithKey(jwa.HS256, secret())) // want `read from the query parameter token .*\(jwtleak/url\)`
	return err
}

func sign(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(secret())
}

// Callback sends the token along in an address.
func Callback(w http.ResponseWriter, r *http.Request) {
	token, err := sign("ada")
	if err != nil {
		return
	}
	http.Redirect(w, r, "https://app.example.com/?token="+token, http.StatusFound) // want `http.Redirect sends a token in an address \(it ends in logs and histories\); set a cookie, or use the fragment \(jwtleak/url\)`
}

// GinCallback does so with a framework.
func GinCallback(c *gin.Context) {
	token, err := sign("ada")
	if err != nil {
		return
	}
	c.Redirect(http.StatusFound, fmt.Sprintf("https://app.example.com/login?token=%s", token)) // want `sends a token in an address .*\(jwtleak/url\)`
}

// Fragment leaves it with the client.
func Fragment(w http.ResponseWriter, r *http.Request) {
	token, err := sign("ada")
	if err != nil {
		return
	}
	http.Redirect(w, r, "https://app.example.com/#token="+token, http.StatusFound)
}

// Header takes it from where it belongs, and the page from the query.
func Header(w http.ResponseWriter, r *http.Request) {
	raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	if err := verify(raw); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Fprintln(w, r.URL.Query().Get("page"))
}

// Form takes it from the body of a form.
func Form(w http.ResponseWriter, r *http.Request) {
	if err := verify(r.PostFormValue("token")); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

var upgrader websocket.Upgrader

// Socket has no other way: a browser sets no header when it opens a WebSocket.
func Socket(w http.ResponseWriter, r *http.Request) {
	if err := verify(r.URL.Query().Get("token")); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	conn, err := upgrader.Upgrade(w, r, nil)
	if err == nil {
		conn.Close()
	}
}

// Peeked is read from the query as well where nothing verifies it.
func Peeked(w http.ResponseWriter, r *http.Request) {
	token, err := jwxjwt.ParseString(r.URL.Query().Get("ticket"), jwxjwt.WithVerify(false), jwxjwt.WithValidate(false)) // want `read from the query parameter ticket .*\(jwtleak/url\)`
	if err == nil {
		fmt.Fprintln(w, token.Expiration())
	}
}

// Hinted ends a session as OpenID Connect has it.
func Hinted(w http.ResponseWriter, r *http.Request) {
	if _, _, err := jwt.NewParser().ParseUnverified(r.URL.Query().Get("id_token_hint"), jwt.MapClaims{}); err != nil {
		w.WriteHeader(http.StatusBadRequest)
	}
}

// PeekedSocket looks into it, and has no other way.
func PeekedSocket(w http.ResponseWriter, r *http.Request) {
	if _, _, err := jwt.NewParser().ParseUnverified(r.URL.Query().Get("token"), jwt.MapClaims{}); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if conn, err := upgrader.Upgrade(w, r, nil); err == nil {
		conn.Close()
	}
}

// HintedSafely does so with a hint that it verifies.
func HintedSafely(w http.ResponseWriter, r *http.Request) {
	if err := verify(r.URL.Query().Get("id_token_hint")); err != nil {
		w.WriteHeader(http.StatusBadRequest)
	}
}

// Authorize takes the request for an authorization as a signed object.
func Authorize(w http.ResponseWriter, r *http.Request) {
	if err := asked(r.URL.Query()); err != nil {
		w.WriteHeader(http.StatusBadRequest)
	}
}

func asked(query neturl.Values) error {
	if raw := query.Get("request"); raw != "" {
		return verify(raw)
	}
	return errToken
}

// Ticket reads another parameter of the same query a call further down.
func Ticket(w http.ResponseWriter, r *http.Request) { // want `the token is read from the query parameter ticket .*\(jwtleak/url\)`
	if err := ticket(r.URL.Query()); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func ticket(query neturl.Values) error { return verify(query.Get("ticket")) }
