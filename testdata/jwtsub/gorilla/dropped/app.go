// Package dropped verifies tokens in front of gorilla's routes and loses
// whose they are.
package dropped

import (
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/mux"
)

type parcel struct{ OwnerID, Address string }

type depot struct {
	key     []byte
	parcels map[string]parcel
}

func (d *depot) secret(*jwt.Token) (any, error) { return d.key, nil }

var parser = jwt.NewParser(jwt.WithValidMethods([]string{"HS256"}))

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

// Handler is the whole depot: two people, a parcel each.
func Handler(key []byte) http.Handler {
	d := &depot{key, map[string]parcel{"1": {"alice", "1 Long Lane"}, "2": {"bob", "2 Short Street"}}}
	r := mux.NewRouter()
	own := r.PathPrefix("/own").Subrouter()
	own.Use(d.identify)
	own.HandleFunc("/parcels/{id}", d.showOwn).Methods("GET")
	own.HandleFunc("/parcels/{id}", d.sendOwn).Methods("PUT")
	free := r.PathPrefix("/free").Subrouter()
	free.Use(d.check)
	free.HandleFunc("/prices", d.prices)
	half := r.PathPrefix("/half").Subrouter()
	half.Use(d.halfway)
	half.HandleFunc("/parcels/{id}", d.send).Methods("PUT")
	rest := r.PathPrefix("/").Subrouter()
	rest.Use(d.verify)
	rest.HandleFunc("/parcels/{id}", d.show).Methods("GET")
	rest.HandleFunc("/parcels/{id}", d.send).Methods("PUT")
	return r
}

func (d *depot) show(w http.ResponseWriter, r *http.Request) {
	p, ok := d.parcels[mux.Vars(r)["id"]]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Write([]byte(p.Address))
}

func (d *depot) send(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"]
	p, ok := d.parcels[id]
	if !ok {
		http.NotFound(w, r)
		return
	}
	p.Address = r.URL.Query().Get("to")
	d.parcels[id] = p
}
