package beacons

import (
	"log"
	"net/http"

	"example.com/fixtures/jwtsub/stdmux/beacons/proof"
)

// takeDownByAny takes everybody's token.
func (c *coast) takeDownByAny(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name") // want "jwtsub/unchecked-write"
	if _, err := proof.Signed(bearer(r), c.keys); err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	c.remove(w, name)
}

// paintAnyway only notes that the token was signed by another.
func (c *coast) paintAnyway(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name") // want "jwtsub/ineffective"
	keys, err := c.keysOf(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if _, err := proof.Signed(bearer(r), keys); err != nil {
		log.Print(err)
	}
	c.remove(w, name)
}

// sink knows that the beacon is the caller's, not the buoy.
func (c *coast) sink(w http.ResponseWriter, r *http.Request) {
	keys, err := c.keysOf(r.PathValue("name"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if _, err := proof.Signed(bearer(r), keys); err != nil {
		http.Error(w, "not your beacon", http.StatusForbidden)
		return
	}
	c.remove(w, r.PathValue("buoy")) // want "jwtsub/unchecked-write"
}
