package huma

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/golang-jwt/jwt/v5"
)

func (s *server) careless(api huma.API) {
	huma.Get(api, "/tickets/{id}", s.show)
	huma.Get(api, "/users/{user_id}/tickets", s.ticketsOf)
	huma.Put(api, "/tickets/{id}", s.change)
	huma.Delete(api, "/tickets/{id}", s.cancel)
	huma.Post(api, "/tickets/{id}/use", s.use)
	huma.Post(api, "/tickets/{id}/admit", s.admit)
	huma.Register(api, huma.Operation{
		Method: http.MethodPost, Path: "/tickets/{id}/reset", DefaultStatus: http.StatusNoContent,
		Middlewares: huma.Middlewares{role(api, "user")},
	}, s.reset)
	huma.Delete(api, "/tickets/{id}/seat", func(_ context.Context, in *ticketInput) (*struct{}, error) {
		return nil, s.seat(move{ticket: in.ID}) // want "jwtsub/unchecked-write"
	})

	huma.Get(api, "/tickets/{id}/peek", s.peek)
	huma.Delete(api, "/tickets/{id}/late", s.cancelLate)
}

func (s *server) show(_ context.Context, in *ticketInput) (*ticketOutput, error) {
	t, err := s.find(in.ID) // want "jwtsub/unchecked-read"
	if err != nil {
		return nil, err
	}
	return &ticketOutput{t}, nil
}

// ticketsOf takes the path's word.
func (s *server) ticketsOf(_ context.Context, in *userInput) (*ticketsOutput, error) {
	return &ticketsOutput{s.of(in.UserID)}, nil // want "jwtsub/unchecked-read"
}

// change names the buyer for nobody.
func (s *server) change(ctx context.Context, in *seatInput) (*struct{}, error) {
	return nil, s.seat(move{ticket: in.ID, buyer: caller(ctx).ID, seat: in.Seat}) // want "jwtsub/unchecked-write"
}

// cancel names the buyer for the log.
func (s *server) cancel(ctx context.Context, in *ticketInput) (*struct{}, error) {
	id := in.ID // want "jwtsub/unchecked-write"
	slog.InfoContext(ctx, "cancelled", "ticket", id, "by", caller(ctx).ID)
	delete(s.tickets, id)
	return nil, nil
}

// use has a gate that reads tickets, not faces.
func (s *server) use(_ context.Context, in *ticketInput) (*struct{}, error) {
	return nil, s.gate.Use(in.ID) // want "jwtsub/unchecked-write"
}

// admit writes the caller on the ticket.
func (s *server) admit(ctx context.Context, in *ticketInput) (*struct{}, error) {
	t, err := s.find(in.ID) // want "jwtsub/unchecked-write"
	if err != nil {
		return nil, err
	}
	t.UsedBy = caller(ctx).ID
	s.tickets[t.ID] = t
	return nil, nil
}

// reset is for the role of all.
func (s *server) reset(_ context.Context, in *ticketInput) (*struct{}, error) {
	return nil, s.seat(move{ticket: in.ID, seat: "free"}) // want "jwtsub/unchecked-write"
}

// peek writes strangers down.
func (s *server) peek(ctx context.Context, in *ticketInput) (*ticketOutput, error) {
	t, err := s.find(in.ID) // want "jwtsub/ineffective"
	if err != nil {
		return nil, err
	}
	if t.BuyerID != caller(ctx).ID {
		slog.WarnContext(ctx, "a stranger", "ticket", t.ID)
	}
	return &ticketOutput{t}, nil
}

// cancelLate refuses strangers afterwards.
func (s *server) cancelLate(ctx context.Context, in *ticketInput) (*struct{}, error) {
	t, err := s.find(in.ID) // want "jwtsub/ineffective"
	if err != nil {
		return nil, err
	}
	delete(s.tickets, in.ID)
	if t.BuyerID != caller(ctx).ID {
		return nil, huma.Error403Forbidden("not your ticket")
	}
	return nil, nil
}

// valid has the old context go on.
func (s *server) valid(api huma.API) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		var c claims
		_, err := jwt.ParseWithClaims(bearer(ctx), &c, s.keyOf, jwt.WithValidMethods([]string{"HS256"})) // want "jwtsub/no-identity"
		if err != nil {
			_ = huma.WriteErr(api, ctx, http.StatusUnauthorized, "who are you?")
			return
		}
		known := huma.WithValue(ctx, userKey{}, &user{ID: c.Subject})
		slog.DebugContext(known.Context(), "signed in")
		next(ctx)
	}
}

func (s *server) nameless(api huma.API) {
	valid := huma.NewGroup(api, "/valid")
	valid.UseMiddleware(s.valid(api))
	huma.Get(valid, "/tickets/{id}", s.showNameless)
	huma.Delete(valid, "/tickets/{id}", s.cancelNameless)
}

func (s *server) showNameless(_ context.Context, in *ticketInput) (*ticketOutput, error) {
	t, err := s.find(in.ID)
	if err != nil {
		return nil, err
	}
	return &ticketOutput{t}, nil
}

func (s *server) cancelNameless(_ context.Context, in *ticketInput) (*struct{}, error) {
	delete(s.tickets, in.ID)
	return nil, nil
}
