package beacons

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtsub/stdmux/beacons/proof"
)

// takeDown has another package verify the token.
func (c *coast) takeDown(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	keys, err := c.keysOf(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if _, err := proof.Signed(bearer(r), keys); err != nil {
		http.Error(w, "not your beacon", http.StatusForbidden)
		return
	}
	c.remove(w, name)
}

// paint verifies it here, with a key that its own function looks up.
func (c *coast) paint(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	_, err := jwt.Parse(bearer(r), func(*jwt.Token) (any, error) {
		b, err := c.find(name)
		if err != nil {
			return nil, err
		}
		return jwt.ParseRSAPublicKeyFromPEM([]byte(b.Keys))
	}, jwt.WithValidMethods([]string{"RS256"}))
	if err != nil {
		http.Error(w, "not your beacon", http.StatusForbidden)
		return
	}
	c.remove(w, name)
}
