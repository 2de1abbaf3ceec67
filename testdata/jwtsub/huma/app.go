// Package huma sells tickets, on Huma: an ID is a field of the handler's
// input, and is read where that field is.
package huma

import (
	"context"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	"github.com/golang-jwt/jwt/v5"
)

type ticket struct {
	ID      string `json:"id"`
	BuyerID string `json:"buyer_id"`
	Seat    string `json:"seat"`
	UsedBy  string `json:"used_by,omitempty"`
}

type event struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

type profile struct {
	UserID string `json:"user_id"`
	Bio    string `json:"bio"`
}

type user struct{ ID, Role string }

type userKey struct{}

// gate lets in by ticket.
type gate interface {
	Use(id string) error
}

// ownGate lets in its buyer.
type ownGate interface {
	UseOf(buyer, id string) error
}

// wallet is the buyer's, who is in the context.
type wallet interface {
	Store(ctx context.Context, id string) error
}

type server struct {
	key      []byte
	tickets  map[string]ticket
	events   map[string]event
	profiles map[string]profile
	likes    map[[2]string]bool
	gate     gate
	ownGate  ownGate
	wallet   wallet
}

type claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

func bearer(ctx huma.Context) string {
	return strings.TrimPrefix(ctx.Header("Authorization"), "Bearer ")
}

func (s *server) keyOf(*jwt.Token) (any, error) { return s.key, nil }

// authenticate has the user go on in the context.
func (s *server) authenticate(api huma.API) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		var c claims
		if _, err := jwt.ParseWithClaims(bearer(ctx), &c, s.keyOf, jwt.WithValidMethods([]string{"HS256"})); err != nil {
			_ = huma.WriteErr(api, ctx, http.StatusUnauthorized, "who are you?")
			return
		}
		next(huma.WithValue(ctx, userKey{}, &user{ID: c.Subject, Role: c.Role}))
	}
}

func caller(ctx context.Context) *user {
	u, ok := ctx.Value(userKey{}).(*user)
	if !ok {
		return &user{}
	}
	return u
}

func role(api huma.API, name string) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		if caller(ctx.Context()).Role != name {
			_ = huma.WriteErr(api, ctx, http.StatusForbidden, "not for you")
			return
		}
		next(ctx)
	}
}

type ticketInput struct {
	ID string `path:"id"`
}

type seatInput struct {
	ID   string `path:"id" doc:"the ticket"`
	Seat string `query:"seat"`
}

type userInput struct {
	UserID string `path:"user_id"`
}

type ticketOutput struct{ Body ticket }

type ticketsOutput struct{ Body []ticket }

// Handler is the whole application: two people, a ticket each.
func Handler(key []byte) http.Handler {
	s := &server{
		key: key,
		tickets: map[string]ticket{
			"t1": {ID: "t1", BuyerID: "alice", Seat: "A1"},
			"t2": {ID: "t2", BuyerID: "bob", Seat: "B22"},
		},
		events:   map[string]event{"e1": {"e1", "Tosca"}},
		profiles: map[string]profile{"bob": {"bob", "likes opera"}},
		likes:    map[[2]string]bool{},
	}
	all := door{s}
	s.gate, s.ownGate, s.wallet = all, all, all
	mux := http.NewServeMux()
	api := humago.New(mux, huma.DefaultConfig("tickets", "1"))
	huma.Get(api, "/events/{id}", s.event)
	signedIn := huma.NewGroup(api, "/any")
	signedIn.UseMiddleware(s.authenticate(api))
	huma.Get(signedIn, "/tickets", s.list)
	huma.Post(signedIn, "/tickets", s.buy)
	s.careless(signedIn)
	own := huma.NewGroup(api, "/own")
	own.UseMiddleware(s.authenticate(api))
	s.careful(own)
	s.nameless(api)
	return mux
}

func (s *server) list(ctx context.Context, _ *struct{}) (*ticketsOutput, error) {
	return &ticketsOutput{s.of(caller(ctx).ID)}, nil
}

func (s *server) buy(ctx context.Context, in *struct {
	Seat string `query:"seat"`
}) (*ticketOutput, error) {
	t := ticket{ID: "t-" + in.Seat, BuyerID: caller(ctx).ID, Seat: in.Seat}
	s.tickets[t.ID] = t
	return &ticketOutput{t}, nil
}

func (s *server) of(buyer string) []ticket {
	found := []ticket{}
	for _, t := range s.tickets {
		if t.BuyerID == buyer {
			found = append(found, t)
		}
	}
	return found
}

func (s *server) find(id string) (ticket, error) {
	t, ok := s.tickets[id]
	if !ok {
		return t, huma.Error404NotFound("no such ticket")
	}
	return t, nil
}

// move is what a buyer wants.
type move struct{ ticket, buyer, seat string }

// seat leaves the buyer out.
func (s *server) seat(m move) error {
	t, err := s.find(m.ticket)
	if err != nil {
		return err
	}
	t.Seat = m.seat
	s.tickets[t.ID] = t
	return nil
}

// seatOf does not.
func (s *server) seatOf(m move) error {
	t, err := s.find(m.ticket)
	if err != nil {
		return err
	}
	if t.BuyerID != m.buyer {
		return huma.Error403Forbidden("not your ticket")
	}
	return s.seat(m)
}

// door is gate and wallet.
type door struct{ s *server }

func (d door) Use(id string) error { return d.s.seat(move{ticket: id, seat: "used"}) }

func (d door) UseOf(buyer, id string) error { return d.s.seatOf(move{id, buyer, "used"}) }

func (d door) Store(ctx context.Context, id string) error {
	return d.s.seatOf(move{id, caller(ctx).ID, "stored"})
}
