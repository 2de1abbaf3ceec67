// Package dropped verifies tokens in front of httprouter's handlers and loses
// whose they are.
package dropped

import (
	"io"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/julienschmidt/httprouter"
)

type diary struct{ UserID, Text string }

type desk struct {
	key     []byte
	diaries map[string]*diary
}

func (d *desk) parse(r *http.Request, claims jwt.Claims) (*jwt.Token, error) {
	return jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), claims,
		func(*jwt.Token) (any, error) { return d.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
}

// Handler is the whole desk: two people, a diary each.
func Handler(key []byte) http.Handler {
	d := &desk{key, map[string]*diary{"1": {"alice", "It rained."}, "2": {"bob", "Dear diary"}}}
	r := httprouter.New()
	r.GET("/diaries/:id", d.verified(d.read))
	r.PUT("/diaries/:id", d.verified(d.write))
	r.POST("/diaries/:id", d.titled(d.write))

	r.GET("/weather", d.checked(weather))
	r.GET("/own/diaries/:id", d.identified(d.readOwn))
	r.PUT("/own/diaries/:id", d.told(d.writeOwn))
	return r
}

func (d *desk) read(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	found, ok := d.diaries[ps.ByName("id")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	io.WriteString(w, found.Text)
}

func (d *desk) write(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	found, ok := d.diaries[ps.ByName("id")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	found.Text = r.URL.Query().Get("text")
}
