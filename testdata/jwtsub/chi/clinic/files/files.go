// Package files has what the clinic writes down about its patients. Guarded
// stands in front of Plain; both are a Service.
package files

import (
	"context"
	"errors"

	"example.com/fixtures/jwtsub/chi/clinic/auth"
)

// ErrNone is for files that are not there, ErrOthers for those of others.
var (
	ErrNone   = errors.New("no such file")
	ErrOthers = errors.New("somebody else's file")
)

// File is a patient's.
type File struct {
	ID        string `json:"id"`
	PatientID string `json:"patient_id"`
	Text      string `json:"text"`
}

// Service is what both can do.
type Service interface {
	List(ctx context.Context) ([]File, error)
	Find(ctx context.Context, id string) (File, error)
	Amend(ctx context.Context, id, text string) error
	Remove(ctx context.Context, id string) error
}

// Plain does as it is told.
type Plain struct{ files map[string]File }

// New has two patients, a file each.
func New() *Plain {
	return &Plain{map[string]File{"f1": {"f1", "alice", "flu"}, "f2": {"f2", "bob", "gout"}}}
}

// List is the caller's files.
func (p *Plain) List(ctx context.Context) ([]File, error) {
	own := []File{}
	for _, f := range p.files {
		if f.PatientID == auth.Patient(ctx) {
			own = append(own, f)
		}
	}
	return own, nil
}

// Find finds any.
func (p *Plain) Find(_ context.Context, id string) (File, error) {
	f, ok := p.files[id]
	if !ok {
		return File{}, ErrNone
	}
	return f, nil
}

// Amend changes any.
func (p *Plain) Amend(_ context.Context, id, text string) error {
	f, ok := p.files[id]
	if !ok {
		return ErrNone
	}
	f.Text = text
	p.files[id] = f
	return nil
}

// Remove removes any.
func (p *Plain) Remove(_ context.Context, id string) error {
	if _, ok := p.files[id]; !ok {
		return ErrNone
	}
	delete(p.files, id)
	return nil
}

type guarded struct{ next Service }

// Guarded asks who it is before next does it.
func Guarded(next Service) Service { return &guarded{next} }

func (g *guarded) allowed(ctx context.Context, id string) error {
	f, err := g.next.Find(ctx, id)
	if err != nil {
		return err
	}
	if f.PatientID != auth.Patient(ctx) {
		return ErrOthers
	}
	return nil
}

func (g *guarded) List(ctx context.Context) ([]File, error) { return g.next.List(ctx) }

func (g *guarded) Find(ctx context.Context, id string) (File, error) {
	if err := g.allowed(ctx, id); err != nil {
		return File{}, err
	}
	return g.next.Find(ctx, id)
}

func (g *guarded) Amend(ctx context.Context, id, text string) error {
	if err := g.allowed(ctx, id); err != nil {
		return err
	}
	return g.next.Amend(ctx, id, text)
}

func (g *guarded) Remove(ctx context.Context, id string) error {
	if err := g.allowed(ctx, id); err != nil {
		return err
	}
	return g.next.Remove(ctx, id)
}
