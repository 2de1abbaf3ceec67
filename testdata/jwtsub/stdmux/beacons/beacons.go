// Package beacons has beacons that are taken down by whoever has their key: a
// token that it has signed is proof enough.
package beacons

import (
	"database/sql"
	"net/http"
	"strings"

	"github.com/lestrrat-go/jwx/v3/jwk"
)

type beacon struct {
	Name    string
	OwnerID string
	Keys    string // public ones, as JSON
}

type coast struct {
	db   *sql.DB
	keys jwk.Set // of the harbour master
}

func bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

// Handler is the whole application.
func Handler(db *sql.DB, keys jwk.Set) http.Handler {
	c := &coast{db, keys}
	mux := http.NewServeMux()
	mux.HandleFunc("DELETE /beacons/{name}", c.takeDown)
	mux.HandleFunc("PUT /beacons/{name}", c.paint)
	mux.HandleFunc("DELETE /lamps/{name}", c.takeDownByAny)
	mux.HandleFunc("PUT /lamps/{name}", c.paintAnyway)
	mux.HandleFunc("DELETE /beacons/{name}/buoys/{buoy}", c.sink)
	return mux
}

func (c *coast) find(name string) (beacon, error) {
	b := beacon{Name: name}
	err := c.db.QueryRow(`SELECT owner_id, keys FROM beacons WHERE name = $1`, name).Scan(&b.OwnerID, &b.Keys)
	return b, err
}

func (c *coast) keysOf(name string) (jwk.Set, error) {
	b, err := c.find(name)
	if err != nil {
		return nil, err
	}
	return jwk.ParseString(b.Keys)
}

func (c *coast) remove(w http.ResponseWriter, name string) {
	if _, err := c.db.Exec(`DELETE FROM beacons WHERE name = $1 AND owner_id IS NOT NULL`, name); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
