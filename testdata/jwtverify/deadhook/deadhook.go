// Package deadhook has claims types with a check that their library never
// calls.
package deadhook

import (
	"errors"
	"os"

	old "github.com/dgrijalva/jwt-go"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

var errTenant = errors.New("another tenant")

// Migrated kept its method from v4.
type Migrated struct {
	jwt.RegisteredClaims
	Tenant string `json:"tenant"`
}

// Valid is never called by v5.
func (m *Migrated) Valid() error {
	if m.Tenant != "acme" {
		return errTenant
	}
	return nil
}

func Vulnerable(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &Migrated{}, func(*jwt.Token) (any, error) { // want `Valid is never called by golang-jwt v5.*\(jwtverify/dead-hook\)`
		return []byte(os.Getenv("DESK_KEY")), nil
	}, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// Early has the method of v5 under v4.
type Early struct {
	v4.RegisteredClaims
	Tenant string `json:"tenant"`
}

// Validate is never called by v4.
func (e Early) Validate() error {
	if e.Tenant != "acme" {
		return errTenant
	}
	return nil
}

func VulnerableEarly(raw string) error {
	_, err := v4.ParseWithClaims(raw, &Early{}, func(*v4.Token) (any, error) { // want `Validate is never called by golang-jwt v4.*\(jwtverify/dead-hook\)`
		return []byte(os.Getenv("DESK_KEY")), nil
	})
	return err
}

// Ancient has it under the ancestor.
type Ancient struct {
	old.StandardClaims
	Tenant string `json:"tenant"`
}

// Validate is never called.
func (a *Ancient) Validate() error {
	if a.Tenant != "acme" {
		return errTenant
	}
	return nil
}

func VulnerableAncient(raw string) error {
	_, err := old.ParseWithClaims(raw, &Ancient{}, func(*old.Token) (any, error) { // want `\(jwtverify/dead-hook\)`
		return []byte(os.Getenv("DESK_KEY")), nil
	})
	return err
}
