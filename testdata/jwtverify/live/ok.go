// Package live has checks that are called, or that nobody misses.
package live

import (
	"errors"
	"os"

	old "github.com/dgrijalva/jwt-go"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

var errTenant = errors.New("another tenant")

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

// Hooked has the method that v5 calls.
type Hooked struct {
	jwt.RegisteredClaims
	Tenant string `json:"tenant"`
}

// Validate is called by v5.
func (h *Hooked) Validate() error {
	if h.Tenant != "acme" {
		return errTenant
	}
	return nil
}

func Corrected(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &Hooked{}, key, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// Both has the old method beside the new one.
type Both struct{ Hooked }

// Valid is left from v4.
func (b *Both) Valid() error { return b.Validate() }

func CorrectedBoth(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &Both{}, key)
	return err
}

// Manual is checked by the program itself.
type Manual struct {
	jwt.RegisteredClaims
	Tenant string `json:"tenant"`
}

// Valid is called below.
func (m *Manual) Valid() error {
	if m.Tenant != "acme" {
		return errTenant
	}
	return nil
}

func CorrectedManual(raw string) error {
	var m Manual
	if _, err := jwt.ParseWithClaims(raw, &m, key); err != nil {
		return err
	}
	return m.Valid()
}

// Leftover checks nothing: nobody misses it.
type Leftover struct{ jwt.RegisteredClaims }

// Valid was needed by v4.
func (*Leftover) Valid() error { return nil }

func CorrectedLeftover(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &Leftover{}, key)
	return err
}

// Arguments makes it another method: Valid of what, when, is not the hook.
type Arguments struct{ v4.RegisteredClaims }

// Validate compares with a tenant.
func (a Arguments) Validate(tenant string) error {
	if a.Subject != tenant {
		return errTenant
	}
	return nil
}

func CorrectedArguments(raw string) error {
	_, err := v4.ParseWithClaims(raw, &Arguments{}, func(*v4.Token) (any, error) {
		return []byte(os.Getenv("DESK_KEY")), nil
	})
	return err
}

// Settled has the method that v4 calls, which replaces the embedded one.
type Settled struct {
	v4.RegisteredClaims
	Tenant string `json:"tenant"`
}

// Valid is called by v4.
func (s *Settled) Valid() error {
	if s.Tenant != "acme" {
		return errTenant
	}
	return s.RegisteredClaims.Valid()
}

func CorrectedEarly(raw string) error {
	_, err := v4.ParseWithClaims(raw, &Settled{}, func(*v4.Token) (any, error) {
		return []byte(os.Getenv("DESK_KEY")), nil
	})
	return err
}

// Seasoned has it under the ancestor.
type Seasoned struct {
	old.StandardClaims
	Tenant string `json:"tenant"`
}

// Valid is called by the ancestor too.
func (s *Seasoned) Valid() error {
	if s.Tenant != "acme" {
		return errTenant
	}
	return s.StandardClaims.Valid()
}

func CorrectedAncient(raw string) error {
	_, err := old.ParseWithClaims(raw, &Seasoned{}, func(*old.Token) (any, error) {
		return []byte(os.Getenv("DESK_KEY")), nil
	})
	return err
}
