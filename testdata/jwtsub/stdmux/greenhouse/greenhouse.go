// Package greenhouse has plants that belong to people.
package greenhouse

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtsub/stdmux/greenhouse/access"
)

type plant struct {
	ID      string          `json:"id"`
	OwnerID string          `json:"owner_id"`
	Helpers map[string]bool `json:"helpers"`
	Kind    string          `json:"kind"`
	Pots    []string        `json:"pots"`
}

// sprinkler is a machine.
type sprinkler interface {
	Water(owner, plant string) error
	Drown(plant string) error
}

// diary is read by those who have subscribed.
type diary struct {
	subscribers []string
	entries     []string
}

func (d *diary) subscribe(person string) []string {
	d.subscribers = append(d.subscribers, person)
	return d.entries
}

type cache struct{ images map[string]string }

func (c *cache) drop(id string) { delete(c.images, id) }

type house struct {
	key         []byte
	plants      map[string]*plant
	diaries     map[string]*diary
	permissions access.Permissions
	sprinkler   sprinkler
	cache       *cache
}

type claims struct {
	Role   string   `json:"role"`
	Scopes []string `json:"scopes"`
	jwt.RegisteredClaims
}

func (h *house) verified(key []byte, next func(w http.ResponseWriter, r *http.Request, c *claims)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var c claims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &c,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(access.With(r.Context(), c.Subject)), &c)
	})
}

// signed is the person's name with a signature of the house.
func (h *house) signed(person string) string {
	mac := hmac.New(sha256.New, h.key)
	mac.Write([]byte(person))
	return person + "." + hex.EncodeToString(mac.Sum(nil))
}

// Handler is the whole application, with somebody's sprinkler.
func Handler(key []byte, sprinkler sprinkler) http.Handler {
	h := &house{
		key: key,
		plants: map[string]*plant{
			"p1": {ID: "p1", OwnerID: "alice", Kind: "fern"},
			"p2": {ID: "p2", OwnerID: "bob", Kind: "orchid", Helpers: map[string]bool{"bob": true}},
		},
		diaries:     map[string]*diary{"p2": {entries: []string{"it has lice"}}},
		permissions: access.Permissions{"p2": {"bob"}},
		sprinkler:   sprinkler,
		cache:       &cache{},
	}
	mux := http.NewServeMux()
	for pattern, handler := range map[string]func(http.ResponseWriter, *http.Request, *claims){
		"GET /plants": h.list, "POST /plants": h.sow,
	} {
		mux.Handle(pattern, h.verified(key, handler))
	}
	mux.Handle("PUT /plants/{id}", h.verified(key, h.repot))
	mux.Handle("PATCH /plants/{id}", h.verified(key, h.graft))
	mux.Handle("DELETE /plants/{id}", h.verified(key, h.drown))
	mux.Handle("GET /plants/{id}/diary", h.verified(key, h.subscribe))
	mux.Handle("POST /plants/{id}/dust", h.verified(key, h.dust))
	mux.Handle("GET /plants/{id}/signed", h.verified(key, h.sign))

	mux.Handle("GET /own/plants/{id}", h.verified(key, h.look))
	mux.Handle("GET /own/plants/{id}/either", h.verified(key, h.either))
	mux.Handle("PUT /own/plants/{id}", h.verified(key, h.repotOwn))
	mux.Handle("PATCH /own/plants/{id}", h.verified(key, h.graftOwn))
	mux.Handle("POST /own/plants/{id}/water", h.verified(key, h.water))
	mux.Handle("POST /own/plants/{id}/label", h.verified(key, h.label))
	mux.Handle("POST /own/plants/{id}/pots", h.verified(key, h.addPot))
	mux.Handle("GET /own/plants/{id}/signed", h.verified(key, h.signOwn))
	mux.Handle("DELETE /own/plants/{id}/image", h.verified(key, h.repaint))
	mux.Handle("GET /own/people/{user_id}/plants", h.verified(key, h.of))
	return mux
}

func (h *house) by(owner string) []*plant {
	found := []*plant{}
	for _, p := range h.plants {
		if p.OwnerID == owner {
			found = append(found, p)
		}
	}
	return found
}

func (h *house) list(w http.ResponseWriter, _ *http.Request, c *claims) { reply(w, h.by(c.Subject)) }

func (h *house) sow(w http.ResponseWriter, r *http.Request, c *claims) {
	p := &plant{ID: r.FormValue("id"), OwnerID: c.Subject, Kind: r.FormValue("kind")}
	h.plants[p.ID] = p
	reply(w, p)
}

func reply(w http.ResponseWriter, v any) {
	if err := json.NewEncoder(w).Encode(v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func deny(w http.ResponseWriter) { http.Error(w, "not yours", http.StatusForbidden) }
