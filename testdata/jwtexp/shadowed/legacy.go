package shadowed

import (
	"os"

	old "github.com/dgrijalva/jwt-go"
	v4 "github.com/golang-jwt/jwt/v4"
)

func key4(*v4.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

func keyOld(*old.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

// Ticket takes the name away under v4.
type Ticket struct {
	v4.RegisteredClaims
	Until int64 `json:"exp"`
}

func VulnerableTicket(raw string) error {
	_, err := v4.ParseWithClaims(raw, &Ticket{}, key4) // want `field Until takes the JSON name.*\(jwtexp/shadowed\)`
	return err
}

func VulnerableNil4(raw string) error {
	var claims v4.MapClaims
	_, err := v4.ParseWithClaims(raw, claims, key4) // want `nil map.*\(jwtexp/shadowed\)`
	return err
}

// Silent answers v4 without having looked at anything.
type Silent struct{ v4.RegisteredClaims }

// Valid satisfies the interface.
func (Silent) Valid() error { return nil }

func VulnerableSilent(raw string) error {
	_, err := v4.ParseWithClaims(raw, &Silent{}, key4) // want `does not look at exp.*\(jwtexp/shadowed\)`
	return err
}

// Voucher takes the name away under the ancestor.
type Voucher struct {
	old.StandardClaims
	Until int64 `json:"exp"`
}

func VulnerableVoucher(raw string) error {
	_, err := old.ParseWithClaims(raw, &Voucher{}, keyOld) // want `field Until takes the JSON name.*\(jwtexp/shadowed\)`
	return err
}

// Boxed reads them from an object of their own.
type Boxed struct {
	old.StandardClaims `json:"std"`
	User               string `json:"sub"`
}

func VulnerableBoxed(raw string) error {
	_, err := old.ParseWithClaims(raw, &Boxed{}, keyOld) // want `"std".*\(jwtexp/shadowed\)`
	return err
}

func VulnerableNilOld(raw string) error {
	var claims old.MapClaims
	_, err := old.ParseWithClaims(raw, claims, keyOld) // want `nil map.*\(jwtexp/shadowed\)`
	return err
}
