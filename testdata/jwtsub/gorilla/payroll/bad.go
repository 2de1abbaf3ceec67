package payroll

import (
	"context"
	"net/http"

	"github.com/gorilla/mux"

	"example.com/fixtures/jwtsub/gorilla/payroll/accounts"
)

// known asks the accounts, and is content with anybody.
func (s *service) known(ctx context.Context, user string) error {
	_, err := s.accounts.Identify(ctx, user)
	return err
}

func (s *service) slip(ctx context.Context, user, id string) (*Slip, error) {
	if err := s.known(ctx, user); err != nil {
		return nil, err
	}
	slip, ok := s.slips[id]
	if !ok {
		return nil, errNone
	}
	return slip, nil
}

// raise asks for a kind that everybody is.
func (s *service) raise(ctx context.Context, user, id, amount string) error {
	ident, err := s.accounts.Identify(ctx, user)
	if err != nil {
		return err
	}
	if ident.Kind != accounts.KindCustomer {
		return errForbidden
	}
	slip, ok := s.slips[id]
	if !ok {
		return errNone
	}
	slip.Amount = amount
	return nil
}

// void has the kind as a plain word.
func (s *service) void(ctx context.Context, user, id string) error {
	ident, err := s.accounts.Identify(ctx, user)
	if err != nil {
		return err
	}
	if ident.Kind != "customer" {
		return errForbidden
	}
	delete(s.slips, id)
	return nil
}

func (s *server) show(w http.ResponseWriter, r *http.Request) {
	slip, err := s.service.slip(r.Context(), user(r.Context()), mux.Vars(r)["id"]) // want "jwtsub/unchecked-read"
	reply(w, slip, err)
}

func (s *server) raise(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"] // want "jwtsub/unchecked-write"
	reply(w, id, s.service.raise(r.Context(), user(r.Context()), id, r.FormValue("amount")))
}

func (s *server) void(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"] // want "jwtsub/unchecked-write"
	reply(w, id, s.service.void(r.Context(), user(r.Context()), id))
}
