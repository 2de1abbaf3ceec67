// Package visits has the appointments. What stands in front of the service has
// forgotten one method.
package visits

import (
	"context"
	"errors"

	"example.com/fixtures/jwtsub/chi/clinic/auth"
)

// ErrNone is for visits that are not there or not the caller's.
var ErrNone = errors.New("no such visit")

// Visit is a patient's.
type Visit struct {
	ID        string `json:"id"`
	PatientID string `json:"patient_id"`
	Day       string `json:"day"`
}

// Service is what both can do.
type Service interface {
	Find(ctx context.Context, id string) (Visit, error)
	Move(ctx context.Context, id, day string) error
	Cancel(ctx context.Context, id string) error
}

type plain struct{ visits map[string]Visit }

// New has two patients, a visit each.
func New() Service {
	return &plain{map[string]Visit{"v1": {"v1", "alice", "Monday"}, "v2": {"v2", "bob", "Friday"}}}
}

func (p *plain) Find(_ context.Context, id string) (Visit, error) {
	v, ok := p.visits[id]
	if !ok {
		return Visit{}, ErrNone
	}
	return v, nil
}

func (p *plain) Move(_ context.Context, id, day string) error {
	v, ok := p.visits[id]
	if !ok {
		return ErrNone
	}
	v.Day = day
	p.visits[id] = v
	return nil
}

func (p *plain) Cancel(_ context.Context, id string) error {
	if _, ok := p.visits[id]; !ok {
		return ErrNone
	}
	delete(p.visits, id)
	return nil
}

type forgetful struct{ next Service }

// Forgetful asks who it is, mostly.
func Forgetful(next Service) Service { return &forgetful{next} }

func (f *forgetful) Find(ctx context.Context, id string) (Visit, error) {
	v, err := f.next.Find(ctx, id)
	if err != nil || v.PatientID != auth.Patient(ctx) {
		return Visit{}, ErrNone
	}
	return v, nil
}

func (f *forgetful) Move(ctx context.Context, id, day string) error {
	if _, err := f.Find(ctx, id); err != nil {
		return err
	}
	return f.next.Move(ctx, id, day)
}

// Cancel does not ask.
func (f *forgetful) Cancel(ctx context.Context, id string) error { return f.next.Cancel(ctx, id) }
