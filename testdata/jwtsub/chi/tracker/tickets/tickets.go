// Package tickets keeps the tickets of all tenants.
package tickets

import (
	"errors"
	"sync"
)

// What may be wrong with a ticket.
var (
	ErrNotFound  = errors.New("no such ticket")
	ErrForbidden = errors.New("another tenant's ticket")
)

// Ticket is something that is to be done for a tenant.
type Ticket struct {
	ID         string `json:"id"`
	TenantID   string `json:"tenant_id"`
	ReporterID string `json:"reporter_id"`
	Project    string `json:"project"`
	Title      string `json:"title"`
	ClosedBy   string `json:"closed_by,omitempty"`
}

// User works for a tenant.
type User struct {
	ID       string
	TenantID string
	Projects []string
}

// Repository finds and changes tickets.
type Repository struct {
	mu      sync.RWMutex
	tickets map[string]Ticket
	users   map[string]User
}

// NewRepository has the users and tickets given.
func NewRepository(users []User, tickets []Ticket) *Repository {
	r := &Repository{tickets: map[string]Ticket{}, users: map[string]User{}}
	for _, u := range users {
		r.users[u.ID] = u
	}
	for _, t := range tickets {
		r.tickets[t.ID] = t
	}
	return r
}

// User finds a user.
func (r *Repository) User(id string) (User, error) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	u, ok := r.users[id]
	if !ok {
		return User{}, ErrNotFound
	}
	return u, nil
}

// Find finds any tenant's ticket.
func (r *Repository) Find(id string) (Ticket, error) {
	r.mu.RLock()
	defer r.mu.RUnlock()
	t, ok := r.tickets[id]
	if !ok {
		return Ticket{}, ErrNotFound
	}
	return t, nil
}

// FindIn finds a ticket of this tenant's.
func (r *Repository) FindIn(tenant, id string) (Ticket, error) {
	t, err := r.Find(id)
	if err != nil {
		return Ticket{}, err
	}
	if t.TenantID != tenant {
		return Ticket{}, ErrNotFound
	}
	return t, nil
}

// ByTenant finds all tickets of one tenant.
func (r *Repository) ByTenant(tenant string) []Ticket {
	return r.filter(func(t Ticket) bool { return t.TenantID == tenant })
}

// ByProject finds all tickets of one project.
func (r *Repository) ByProject(project string) []Ticket {
	return r.filter(func(t Ticket) bool { return t.Project == project })
}

func (r *Repository) filter(keep func(Ticket) bool) []Ticket {
	r.mu.RLock()
	defer r.mu.RUnlock()
	found := []Ticket{}
	for _, t := range r.tickets {
		if keep(t) {
			found = append(found, t)
		}
	}
	return found
}

// Save adds or replaces a ticket.
func (r *Repository) Save(t Ticket) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.tickets[t.ID] = t
}

// Delete removes any tenant's ticket.
func (r *Repository) Delete(id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.tickets, id)
}

// DeleteIn removes a ticket of this tenant's.
func (r *Repository) DeleteIn(tenant, id string) error {
	if _, err := r.FindIn(tenant, id); err != nil {
		return err
	}
	r.Delete(id)
	return nil
}

// Service is what is done with tickets.
type Service struct{ *Repository }

// Edit is what somebody wants of a ticket.
type Edit struct {
	TicketID string
	TenantID string
	Title    string
}
