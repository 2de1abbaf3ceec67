// Package svc has what all logics share.
package svc

import (
	"errors"
	"sync"

	"example.com/fixtures/jwtsub/gozero/loans/internal/types"
)

var (
	// ErrNoLoan says that there is no such loan.
	ErrNoLoan = errors.New("no such loan")
	// ErrReader says that the loan is another reader's.
	ErrReader = errors.New("another reader's loan")
)

// ServiceContext is shared.
type ServiceContext struct {
	AccessSecret string
	Loans        *Loans
}

// NewServiceContext has two loans.
func NewServiceContext(secret string) *ServiceContext {
	return &ServiceContext{secret, &Loans{byID: map[string]types.Loan{
		"o1": {ID: "o1", ReaderID: "alice", Book: "Emma", Due: "Monday"},
		"o2": {ID: "o2", ReaderID: "bob", Book: "The Trial", Due: "Tuesday"},
	}}}
}

// Loans are all loans.
type Loans struct {
	mu   sync.Mutex
	byID map[string]types.Loan
}

// Find finds any.
func (l *Loans) Find(id string) (types.Loan, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	loan, ok := l.byID[id]
	if !ok {
		return types.Loan{}, ErrNoLoan
	}
	return loan, nil
}

// Of finds the reader's.
func (l *Loans) Of(reader string) []types.Loan {
	l.mu.Lock()
	defer l.mu.Unlock()
	found := []types.Loan{}
	for _, loan := range l.byID {
		if loan.ReaderID == reader {
			found = append(found, loan)
		}
	}
	return found
}

// Save writes a loan.
func (l *Loans) Save(loan types.Loan) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.byID[loan.ID] = loan
}

// End ends a loan.
func (l *Loans) End(id string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.byID, id)
}
