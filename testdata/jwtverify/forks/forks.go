// Package forks has claims types with the check of v5 under libraries that
// call another one.
package forks

import (
	"errors"
	"os"

	three "github.com/golang-jwt/jwt"
	"github.com/golang-jwt/jwt/v5"
)

var errTenant = errors.New("another tenant")

func deskKey() []byte { return []byte(os.Getenv("DESK_KEY")) }

func key3(*three.Token) (interface{}, error) { return deskKey(), nil }

// Member has the check of v5 under v3.
type Member struct {
	three.StandardClaims
	Tenant string `json:"tenant"`
}

// Validate is never called by v3.
func (m *Member) Validate() error {
	if m.Tenant != "acme" {
		return errTenant
	}
	return nil
}

func VulnerableThree(raw string) error {
	_, err := three.ParseWithClaims(raw, &Member{}, key3) // want `Validate is never called by golang-jwt v3.*\(jwtverify/dead-hook\)`
	return err
}

// Wrapped has its dead check behind a parser in a field.
type Wrapped struct{ parser *jwt.Parser }

// NewWrapped pins the method.
func NewWrapped() *Wrapped {
	return &Wrapped{parser: jwt.NewParser(jwt.WithValidMethods([]string{"HS256"}))}
}

// Migrant kept the check of v4.
type Migrant struct {
	jwt.RegisteredClaims
	Tenant string `json:"tenant"`
}

// Valid is never called by v5.
func (m Migrant) Valid() error {
	if m.Tenant == "" {
		return errors.New("no tenant")
	}
	if m.Tenant != "acme" {
		return errTenant
	}
	return nil
}

// Open verifies.
func (w *Wrapped) Open(raw string) error {
	claims := new(Migrant)
	token, err := w.parser.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { // want `\(jwtverify/dead-hook\)`
		return deskKey(), nil
	})
	if err != nil {
		return err
	}
	if !token.Valid {
		return errTenant
	}
	return nil
}

func VulnerableWrapped(raw string) error { return NewWrapped().Open(raw) }
