// Package devices looks after the things in people's houses, on the ServeMux
// of net/http. What a device is lies in memory, what it has measured in SQL.
package devices

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/casbin/casbin/v2"
	"github.com/golang-jwt/jwt/v5"
)

type app struct {
	devices  *registry
	people   map[string]*person
	db       *sql.DB
	updates  updater
	recycler recycler
	owners   ownRecycler
	hub      hub
	enforcer *casbin.Enforcer
	lights   map[string]light
}

type claims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

type claimsKey struct{}

// authenticate is the middleware of everything that needs a token.
func authenticate(key []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			mine := new(claims)
			_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), mine,
				func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
			if err != nil {
				http.Error(w, "who are you?", http.StatusUnauthorized)
				return
			}
			next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), claimsKey{}, mine)))
		})
	}
}

func claimsOf(ctx context.Context) *claims {
	mine, ok := ctx.Value(claimsKey{}).(*claims)
	if !ok {
		return &claims{}
	}
	return mine
}

func userOf(r *http.Request) string { return claimsOf(r.Context()).Subject }

// roleIs is a middleware: whoever lacks the role goes no further.
func roleIs(role string, next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if claimsOf(r.Context()).Role != role {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		next(w, r)
	})
}

// fallible is a handler that leaves its errors to others.
type fallible func(w http.ResponseWriter, r *http.Request) error

func (f fallible) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch err := f(w, r); {
	case errors.Is(err, errNotYours):
		http.Error(w, err.Error(), http.StatusForbidden)
	case errors.Is(err, errNoDevice), errors.Is(err, sql.ErrNoRows):
		http.Error(w, err.Error(), http.StatusNotFound)
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

func answer(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// Handler is the whole application: two people, a device each.
func Handler(key []byte, db *sql.DB) http.Handler {
	devices := &registry{byID: map[int]*device{
		1: {ID: 1, OwnerID: "alice", Name: "lamp"},
		2: {ID: 2, OwnerID: "bob", Name: "front door"},
	}}
	all := workshop{devices}
	a := &app{
		devices: devices,
		people: map[string]*person{
			"alice": {ID: "alice", DeviceIDs: []int{1}},
			"bob":   {ID: "bob", DeviceIDs: []int{2}},
		},
		db: db, updates: updater{devices}, recycler: all, owners: all, hub: all,
		enforcer: newEnforcer(),
		lights:   map[string]light{"l2": {ID: "l2", Room: "cellar"}},
	}
	auth := authenticate(key)
	mux := http.NewServeMux()
	mux.Handle("GET /devices", auth(http.HandlerFunc(a.list)))
	mux.Handle("POST /devices", auth(http.HandlerFunc(a.register)))
	a.careless(mux, auth)
	mux.Handle("/own/", auth(http.StripPrefix("/own", a.careful())))
	mux.Handle("/everybody/", auth(http.StripPrefix("/everybody", a.common())))
	mux.HandleFunc("GET /models/{id}", a.model)
	return mux
}

func (a *app) list(w http.ResponseWriter, r *http.Request) {
	answer(w, a.devices.ownedBy(userOf(r)))
}

func (a *app) register(w http.ResponseWriter, r *http.Request) {
	var d device
	if err := json.NewDecoder(r.Body).Decode(&d); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	d.OwnerID = userOf(r)
	a.devices.put(&d)
	answer(w, d)
}

func (a *app) careless(mux *http.ServeMux, auth func(http.Handler) http.Handler) {
	mux.Handle("GET /devices/{id}", auth(http.HandlerFunc(a.show)))
	mux.Handle("PUT /devices/{id}", auth(http.HandlerFunc(a.update)))
	mux.Handle("DELETE /devices/{id}", auth(remove(a.devices)))
	mux.Handle("PATCH /devices/{id}", auth(fallible(a.patch)))
	mux.Handle("POST /devices/{id}/reboot", auth(fallible(a.reboot)))
	mux.Handle("POST /devices/{id}/rename", auth(http.HandlerFunc(a.rename)))
	mux.Handle("POST /devices/{id}/unlink", auth(http.HandlerFunc(a.unlink)))
	mux.Handle("POST /devices/{id}/reset", auth(http.HandlerFunc(a.reset)))
	mux.Handle("POST /devices/{id}/recycle", auth(fallible(a.recycle)))
	mux.Handle("POST /devices/{id}/paint", auth(roleIs("user", a.paint)))
	mux.Handle("GET /devices/{id}/readings", auth(fallible(a.readings)))
	mux.Handle("POST /devices/{id}/readings", auth(fallible(a.calibrate)))
	mux.Handle("GET /users/{user_id}/devices", auth(http.HandlerFunc(a.devicesOf)))
	mux.Handle("PUT /devices/{id}/sounds", auth(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a.devices.rename(number(r.PathValue("id")), "beep") // want "jwtsub/unchecked-write"
	})))

	mux.Handle("GET /devices/{id}/peek", auth(http.HandlerFunc(a.peek)))
	mux.Handle("GET /devices/{id}/keeper", auth(http.HandlerFunc(a.keeper)))
	mux.Handle("DELETE /devices/{id}/now", auth(http.HandlerFunc(a.removeNow)))
	mux.Handle("DELETE /devices/{id}/late", auth(http.HandlerFunc(a.removeLate)))
}

func (a *app) careful() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /users/{id}", a.me)
	mux.HandleFunc("GET /devices/{id}", a.showOwn)
	mux.HandleFunc("PUT /devices/{id}", a.updateOwn)
	mux.Handle("DELETE /devices/{id}", removeOwn(a.devices))
	mux.Handle("PATCH /devices/{id}", fallible(a.patchOwn))
	mux.Handle("POST /devices/{id}/reboot", fallible(a.rebootOwn))
	mux.Handle("POST /devices/{id}/rename", fallible(a.renameOwn))
	mux.Handle("POST /devices/{id}/recycle", fallible(a.recycleOwn))
	mux.Handle("POST /devices/{id}/wake", fallible(a.wake))
	mux.Handle("GET /devices/{id}/readings", fallible(a.readingsOwn))
	mux.Handle("POST /devices/{id}/readings", fallible(a.calibrateOwn))
	mux.HandleFunc("POST /devices/{id}/lock", a.lock)
	mux.HandleFunc("GET /devices/{id}/log", a.log)
	mux.HandleFunc("POST /devices/{id}/firmware", a.firmware)
	mux.HandleFunc("GET /devices/{id}/listed", a.listed)
	mux.HandleFunc("GET /devices/{id}/found", a.found)
	mux.Handle("GET /checked/{id}", a.owner(a.checked))
	mux.Handle("DELETE /checked/{id}", a.owner(a.removeChecked))
	mux.Handle("GET /told/{device}", a.ownerOf("device", a.told))
	mux.Handle("GET /admin/{id}", roleIs("admin", a.any))
	mux.Handle("DELETE /admin/{id}", roleIs("admin", a.removeAny))
	mux.Handle("GET /rooms/{room}/lights/{id}", a.inRoom(a.light))
	mux.Handle("DELETE /rooms/{room}/lights/{id}", a.inRoom(a.removeLight))
	return mux
}

func (a *app) common() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /manuals/{id}", a.manual)
	mux.HandleFunc("GET /people/{id}", a.profile)
	mux.HandleFunc("POST /people/{id}/follow", a.follow)
	mux.HandleFunc("DELETE /people/{id}/follow", a.unfollow)
	mux.HandleFunc("GET /shared/{token}", a.shared)
	mux.HandleFunc("POST /ping/{id}", ping)
	return mux
}
