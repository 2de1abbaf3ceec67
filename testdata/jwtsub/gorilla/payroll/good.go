package payroll

import (
	"context"
	"net/http"

	"github.com/gorilla/mux"

	"example.com/fixtures/jwtsub/gorilla/payroll/accounts"
)

// anySlip is for the administrator.
func (s *service) anySlip(ctx context.Context, user, id string) (*Slip, error) {
	ident, err := s.accounts.Identify(ctx, user)
	if err != nil {
		return nil, err
	}
	if ident.Kind != accounts.KindAdmin {
		return nil, errForbidden
	}
	slip, ok := s.slips[id]
	if !ok {
		return nil, errNone
	}
	return slip, nil
}

// raiseAny is, too, by way of anySlip.
func (s *service) raiseAny(ctx context.Context, user, id, amount string) error {
	slip, err := s.anySlip(ctx, user, id)
	if err != nil {
		return err
	}
	slip.Amount = amount
	return nil
}

// onlyAdmin is an error for all others.
func (s *service) onlyAdmin(ctx context.Context, user string) error {
	ident, err := s.accounts.Identify(ctx, user)
	if err != nil {
		return err
	}
	if ident.Kind == accounts.KindAdmin {
		return nil
	}
	return errForbidden
}

func (s *service) voidAny(ctx context.Context, user, id string) error {
	if err := s.onlyAdmin(ctx, user); err != nil {
		return err
	}
	delete(s.slips, id)
	return nil
}

func (s *server) showAny(w http.ResponseWriter, r *http.Request) {
	slip, err := s.service.anySlip(r.Context(), user(r.Context()), mux.Vars(r)["id"])
	reply(w, slip, err)
}

func (s *server) raiseAny(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"]
	reply(w, id, s.service.raiseAny(r.Context(), user(r.Context()), id, r.FormValue("amount")))
}

func (s *server) voidAny(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"]
	reply(w, id, s.service.voidAny(r.Context(), user(r.Context()), id))
}
