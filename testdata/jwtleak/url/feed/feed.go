// Package feed has middleware in front of handlers of other packages, which may turn
// requests into WebSockets.
package feed

import (
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

func verify(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(os.Getenv("FEED_KEY")), nil }, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// ForWS says for which handlers it is: those have no other way.
func ForWS() gin.HandlerFunc {
	return func(c *gin.Context) {
		if verify(c.Query("token")) != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
		}
	}
}

// socketGate is what connections come through.
type socketGate struct{ next http.Handler }

func (g socketGate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if verify(r.URL.Query().Get("token")) != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	g.next.ServeHTTP(w, r)
}

// Sockets puts the gate in front.
func Sockets(next http.Handler) http.Handler { return socketGate{next} }

// ForNews is in front of what a browser has streamed to it: a fetch can set the header.
func ForNews(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if verifyStream(r) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func verifyStream(r *http.Request) error {
	return verify(r.URL.Query().Get("token")) // want `read from the query parameter token .*\(jwtleak/url\)`
}

// ForAll is in front of everything.
func ForAll() gin.HandlerFunc {
	return func(c *gin.Context) {
		raw := c.GetHeader("X-Feed-Token")
		if raw == "" {
			raw = c.Query("token") // want `read from the query parameter token .*\(jwtleak/url\)`
		}
		if verify(raw) != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
		}
	}
}

// AnswerNews has "ws" in its name, and not as a word.
func AnswerNews(w http.ResponseWriter, r *http.Request) {
	if verify(r.FormValue("page")+r.URL.Query().Get("token")) != nil { // want `read from the query parameter token .*\(jwtleak/url\)`
		w.WriteHeader(http.StatusUnauthorized)
	}
}
