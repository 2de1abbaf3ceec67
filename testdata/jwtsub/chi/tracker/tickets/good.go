package tickets

import (
	"context"

	"example.com/fixtures/jwtsub/chi/tracker/auth"
)

// RetitleFor does so for the caller's tenant.
func (s Service) RetitleFor(caller auth.Caller, id, title string) error {
	return s.changeFor(caller, id, func(t *Ticket) { t.Title = title })
}

func (s Service) changeFor(caller auth.Caller, id string, edit func(*Ticket)) error {
	t, err := s.Find(id)
	if err != nil {
		return err
	}
	if err := permit(caller, t); err != nil {
		return err
	}
	edit(&t)
	s.Save(t)
	return nil
}

func permit(caller auth.Caller, t Ticket) error {
	if t.TenantID == caller.TenantID {
		return nil
	}
	return ErrForbidden
}

// CloseFor writes down who has closed it, and checks that they may.
func (s Service) CloseFor(caller auth.Caller, id string) error {
	return s.changeFor(caller, id, func(t *Ticket) { t.Title, t.ClosedBy = "closed", caller.ID })
}

// ApplyIn looks within the tenant of the edit.
func (s Service) ApplyIn(e Edit) error {
	t, err := s.FindIn(e.TenantID, e.TicketID)
	if err != nil {
		return err
	}
	t.Title = e.Title
	s.Save(t)
	return nil
}

// ArchiveIn takes a ticket of the tenant's out.
func (s Service) ArchiveIn(tenant, id string) error { return s.DeleteIn(tenant, id) }

// Watch finds the caller in the context.
func (s Service) Watch(ctx context.Context, id string) (Ticket, error) {
	caller, ok := auth.From(ctx)
	if !ok {
		return Ticket{}, ErrForbidden
	}
	return s.FindIn(caller.TenantID, id)
}
