// Package lab has what the fixes are tried on: the program in attack forges
// tokens for it, before they are applied and after.
package lab

import (
	"net/http"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

const audience = "orders"

// Desk issues tokens and verifies them.
type Desk struct {
	key    []byte
	parser *jwt.Parser
}

// NewDesk is given the key.
func NewDesk(key []byte) *Desk { return &Desk{key: key, parser: jwt.NewParser()} }

func (d *Desk) find(*jwt.Token) (any, error) { return d.key, nil }

// Issue is for the desk's own customers.
func (d *Desk) Issue(subject string) (string, error) {
	claims := jwt.RegisteredClaims{
		Issuer:    "https://login.example",
		Subject:   subject,
		Audience:  jwt.ClaimStrings{audience},
		ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(d.key)
}

// Called verifies with a function of the package.
func (d *Desk) Called(raw string) (string, error) {
	var c jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw, &c, d.find)
	return c.Subject, err
}

// Parsed verifies with a parser that has no options yet.
func (d *Desk) Parsed(raw string) (string, error) {
	var c jwt.RegisteredClaims
	_, err := d.parser.ParseWithClaims(raw, &c, d.find)
	return c.Subject, err
}

// Emptied verifies with options that say nothing.
func (d *Desk) Emptied(raw string) (string, error) {
	var c jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw, &c, d.find, jwt.WithValidMethods(nil), jwt.WithAudience(), jwt.WithIssuer(""))
	return c.Subject, err
}

// Order belongs to a customer.
type Order struct{ ID, OwnerID string }

// Orders keeps them.
type Orders struct {
	Desk *Desk
	All  map[string]*Order
}

// Cancel lacks a return.
func (o *Orders) Cancel(w http.ResponseWriter, r *http.Request) {
	caller, err := o.Desk.Called(r.Header.Get("Token"))
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	order, ok := o.All[r.PathValue("id")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	if order.OwnerID != caller {
		http.Error(w, "not your order", http.StatusForbidden)
	}
	delete(o.All, order.ID)
}

// Routes registers the handler.
func (o *Orders) Routes(mux *http.ServeMux) { mux.HandleFunc("DELETE /orders/{id}", o.Cancel) }
