package huma

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

func (s *server) careful(api huma.API) {
	huma.Get(api, "/users/{user_id}/tickets", s.ticketsOfSelf)
	huma.Get(api, "/tickets/{id}", s.showOwn)
	huma.Put(api, "/tickets/{id}", s.changeOwn)
	huma.Delete(api, "/tickets/{id}", s.cancelOwn)
	huma.Post(api, "/tickets/{id}/use", s.useOwn)
	huma.Post(api, "/tickets/{id}/store", s.store)
	huma.Post(api, "/tickets/{id}/admit", s.admitOwn)
	huma.Get(api, "/tickets/{id}/history", s.history)
	huma.Register(api, huma.Operation{
		Method: http.MethodDelete, Path: "/checked/{id}", Middlewares: huma.Middlewares{s.buyer(api)},
	}, s.cancelChecked)
	admin := huma.NewGroup(api, "/admin")
	admin.UseMiddleware(role(api, "admin"))
	huma.Delete(admin, "/tickets/{id}", s.cancelAny)
	huma.Get(api, "/events/{id}", s.event)
	huma.Get(api, "/users/{id}", s.profile)
	huma.Post(api, "/events/{id}/like", s.like)
	huma.Post(api, "/tickets/{id}/ping", s.ping)
}

func (s *server) ticketsOfSelf(ctx context.Context, in *userInput) (*ticketsOutput, error) {
	if in.UserID != caller(ctx).ID {
		return nil, huma.Error403Forbidden("not you")
	}
	return &ticketsOutput{s.of(in.UserID)}, nil
}

func (s *server) showOwn(ctx context.Context, in *ticketInput) (*ticketOutput, error) {
	t, err := s.find(in.ID)
	if err != nil {
		return nil, err
	}
	if t.BuyerID != caller(ctx).ID {
		return nil, huma.Error404NotFound("no such ticket")
	}
	return &ticketOutput{t}, nil
}

// changeOwn names the buyer for seatOf.
func (s *server) changeOwn(ctx context.Context, in *seatInput) (*struct{}, error) {
	return nil, s.seatOf(move{ticket: in.ID, buyer: caller(ctx).ID, seat: in.Seat})
}

// mine finds what the caller has bought.
func (s *server) mine(ctx context.Context, id string) (ticket, error) {
	for _, t := range s.of(caller(ctx).ID) {
		if t.ID == id {
			return t, nil
		}
	}
	return ticket{}, huma.Error404NotFound("no such ticket")
}

func (s *server) cancelOwn(ctx context.Context, in *ticketInput) (*struct{}, error) {
	t, err := s.mine(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	delete(s.tickets, t.ID)
	return nil, nil
}

func (s *server) useOwn(ctx context.Context, in *ticketInput) (*struct{}, error) {
	return nil, s.ownGate.UseOf(caller(ctx).ID, in.ID)
}

func (s *server) store(ctx context.Context, in *ticketInput) (*struct{}, error) {
	return nil, s.wallet.Store(ctx, in.ID)
}

// bought tells whether.
func (s *server) bought(u *user, id string) bool {
	t, ok := s.tickets[id]
	return ok && t.BuyerID == u.ID
}

func (s *server) admitOwn(ctx context.Context, in *ticketInput) (*struct{}, error) {
	u := caller(ctx)
	if !s.bought(u, in.ID) {
		return nil, huma.Error403Forbidden("not your ticket")
	}
	t := s.tickets[in.ID]
	t.UsedBy = u.ID
	s.tickets[in.ID] = t
	return nil, nil
}

// history is for the buyer and the administrator.
func (s *server) history(ctx context.Context, in *ticketInput) (*ticketsOutput, error) {
	u := caller(ctx)
	if u.Role != "admin" && !s.bought(u, in.ID) {
		return nil, huma.Error403Forbidden("not your ticket")
	}
	return &ticketsOutput{[]ticket{s.tickets[in.ID]}}, nil
}

// buyer stands before what does not ask.
func (s *server) buyer(api huma.API) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		if !s.bought(caller(ctx.Context()), ctx.Param("id")) {
			_ = huma.WriteErr(api, ctx, http.StatusForbidden, "not your ticket")
			return
		}
		next(ctx)
	}
}

func (s *server) cancelChecked(_ context.Context, in *ticketInput) (*struct{}, error) {
	delete(s.tickets, in.ID)
	return nil, nil
}

func (s *server) cancelAny(_ context.Context, in *ticketInput) (*struct{}, error) {
	delete(s.tickets, in.ID)
	return nil, nil
}

// An event is for all.
func (s *server) event(_ context.Context, in *ticketInput) (*struct{ Body event }, error) {
	e, ok := s.events[in.ID]
	if !ok {
		return nil, huma.Error404NotFound("no such event")
	}
	return &struct{ Body event }{e}, nil
}

// So is what people say about themselves.
func (s *server) profile(_ context.Context, in *ticketInput) (*struct{ Body profile }, error) {
	p, ok := s.profiles[in.ID]
	if !ok {
		return nil, huma.Error404NotFound("no such person")
	}
	return &struct{ Body profile }{p}, nil
}

// A like is the caller's.
func (s *server) like(ctx context.Context, in *ticketInput) (*struct{}, error) {
	if _, ok := s.events[in.ID]; !ok {
		return nil, huma.Error404NotFound("no such event")
	}
	s.likes[[2]string{caller(ctx).ID, in.ID}] = true
	return nil, nil
}

func (s *server) ping(ctx context.Context, in *ticketInput) (*struct{ Body string }, error) {
	slog.InfoContext(ctx, "ping", "ticket", in.ID, "by", caller(ctx).ID)
	return &struct{ Body string }{in.ID}, nil
}
