// Package bookings rents out rooms on httprouter. Its handlers are given the
// guest beside the parameters.
package bookings

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"github.com/casbin/casbin/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/julienschmidt/httprouter"
	"gorm.io/gorm"
)

// guest is the caller.
type guest struct {
	ID    string
	Admin bool
	Trips []string
}

func (g *guest) owns(b *booking) bool { return b.GuestID == g.ID }

type guestKey struct{}

// handler is an httprouter.Handle for a known guest.
type handler func(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest)

type hotel struct {
	key      []byte
	rooms    map[string]string
	bookings *ledger
	desk     desk
	cleaner  cleaner
	porter   porter
	waiter   waiter
	db       *gorm.DB
	enforcer *casbin.Enforcer
	trips    map[string][]string
	profiles map[string]profile
	stars    map[star]bool
	keycards map[string]string
}

type star struct{ guest, room string }

type profile struct {
	Name  string `json:"name"`
	About string `json:"about"`
}

// identify says who the token is of.
func (h *hotel) identify(r *http.Request) (*guest, error) {
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), claims,
		func(*jwt.Token) (any, error) { return h.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, err
	}
	id, err := claims.GetSubject()
	if err != nil {
		return nil, err
	}
	return &guest{ID: id, Admin: claims["role"] == "admin", Trips: h.trips[id]}, nil
}

// known lets in who has a token.
func (h *hotel) known(next handler) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		g, err := h.identify(r)
		if err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next(w, r.WithContext(context.WithValue(r.Context(), guestKey{}, g)), ps, g)
	}
}

// plain is for handlers that do not want to be told.
func plain(next httprouter.Handle) handler {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params, _ *guest) { next(w, r, ps) }
}

// staff lets in administrators.
func (h *hotel) staff(next httprouter.Handle) httprouter.Handle {
	return h.known(func(w http.ResponseWriter, r *http.Request, ps httprouter.Params, g *guest) {
		if !g.Admin {
			http.Error(w, "staff only", http.StatusForbidden)
			return
		}
		next(w, r, ps)
	})
}

func guestOf(ctx context.Context) *guest {
	g, ok := ctx.Value(guestKey{}).(*guest)
	if !ok {
		return &guest{}
	}
	return g
}

func write(w http.ResponseWriter, v any) {
	if err := json.NewEncoder(w).Encode(v); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// Handler is the whole hotel: two guests, a booking each.
func Handler(key []byte, db *gorm.DB) http.Handler {
	l := &ledger{all: map[string]*booking{
		"b1": {ID: "b1", GuestID: "alice", Room: "single"},
		"b2": {ID: "b2", GuestID: "bob", Room: "honeymoon suite"},
	}}
	h := &hotel{
		key: key, bookings: l, desk: desk{l}, cleaner: staffRoom{l}, porter: staffRoom{l}, waiter: staffRoom{l},
		db: db, enforcer: newEnforcer(),
		rooms:    map[string]string{"12": "a view of the sea"},
		trips:    map[string][]string{"alice": {"b1"}, "bob": {"b2"}},
		profiles: map[string]profile{"bob": {"bob", "snores"}},
		stars:    map[star]bool{},
		keycards: map[string]string{"c0ffee": "12"},
	}
	r := httprouter.New()
	r.GET("/bookings", h.known(h.list))
	r.POST("/bookings", h.known(h.book))
	h.careless(r)
	h.careful(r)
	h.common(r)
	return r
}

func (h *hotel) careless(r *httprouter.Router) {
	r.GET("/bookings/:id", h.known(h.show))
	r.PUT("/bookings/:id", h.known(h.move))
	r.DELETE("/bookings/:id", h.known(plain(h.cancel)))
	r.PATCH("/bookings/:id", h.known(h.change))
	r.POST("/bookings/:id/extend", h.known(h.extend))
	r.POST("/bookings/:id/sign", h.known(h.sign))
	r.POST("/bookings/:id/wake", h.known(h.wake))
	r.POST("/bookings/:id/upgrade", h.known(h.upgrade))
	r.POST("/bookings/:id/clean", h.known(h.clean))
	r.POST("/bookings/:id/note", h.known(annotate(h.bookings)))
	r.GET("/guests/:guest_id/bookings", h.known(h.bookingsOf))
	r.GET("/bills/:id", h.known(h.bill))
	r.DELETE("/bills/:id", h.known(h.tear))
	r.Handler("POST", "/bookings/:id/key", h.middleware(http.HandlerFunc(h.rekey)))

	r.GET("/bookings/:id/peek", h.known(h.peek))
	r.GET("/bookings/:id/host", h.known(h.host))
	r.DELETE("/bookings/:id/now", h.known(h.cancelNow))
	r.DELETE("/bookings/:id/late", h.known(h.cancelLate))
	r.POST("/bookings/:id/stay", h.known(h.stay))
}

func (h *hotel) careful(r *httprouter.Router) {
	r.GET("/own/bookings/:id", h.known(h.showOwn))
	r.PUT("/own/bookings/:id", h.known(h.moveOwn))
	r.DELETE("/own/bookings/:id", h.known(h.cancelOwn))
	r.PATCH("/own/bookings/:id", h.known(h.changeOwn))
	r.POST("/own/bookings/:id/extend", h.known(h.extendOwn))
	r.POST("/own/bookings/:id/carry", h.known(h.carry))
	r.POST("/own/bookings/:id/serve", h.known(h.serve))
	r.POST("/own/bookings/:id/upgrade", h.known(h.upgradeOwn))
	r.GET("/own/bookings/:id/trip", h.known(h.trip))
	r.POST("/own/bookings/:id/late-checkout", h.known(h.lateCheckout))
	r.GET("/own/bookings/:id/history", h.known(h.history))
	r.POST("/own/bookings/:id/lock", h.known(h.lock))
	r.GET("/own/guests/:guest_id/bookings", h.known(h.myBookings))
	r.GET("/own/guests/:guest_id/bookings/:id", h.known(h.guestBooking))
	r.GET("/own/bills/:id", h.known(h.billOwn))
	r.DELETE("/own/bills/:id", h.known(h.tearOwn))
	r.Handler("POST", "/own/bookings/:id/key", h.middleware(http.HandlerFunc(h.rekeyOwn)))

	r.GET("/checked/:id", h.known(h.owner("id", h.checked)))
	r.DELETE("/checked/:id", h.known(h.owner("id", h.cancelChecked)))
	r.GET("/told/:booking", h.known(h.owner("booking", h.told)))
	r.GET("/staff/:id", h.staff(h.any))
	r.DELETE("/staff/:id", h.staff(h.cancel))
}

func (h *hotel) common(r *httprouter.Router) {
	r.GET("/rooms/:id", h.room)
	r.POST("/rooms/:id/star", h.known(h.star))
	r.DELETE("/rooms/:id/star", h.known(h.unstar))
	r.GET("/catalogue/:id", h.known(plain(h.room)))
	r.GET("/people/:name", h.known(plain(h.profile)))
	r.POST("/doors/:code", h.known(plain(h.open)))
	r.POST("/pings/:id", h.known(ping))
}

// middleware is known for those who have an http.Handler.
func (h *hotel) middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		g, err := h.identify(r)
		if err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), guestKey{}, g)))
	})
}

func (h *hotel) list(w http.ResponseWriter, _ *http.Request, _ httprouter.Params, g *guest) {
	write(w, h.bookings.of(g.ID))
}

func (h *hotel) book(w http.ResponseWriter, r *http.Request, _ httprouter.Params, g *guest) {
	b := &booking{ID: r.URL.Query().Get("id"), GuestID: g.ID, Room: r.URL.Query().Get("room")}
	h.bookings.put(b)
	write(w, b)
}
