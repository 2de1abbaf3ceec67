// Package shadowed decodes tokens into claims types in which the library finds
// no expiry.
package shadowed

import (
	"errors"
	"os"

	old "github.com/dgrijalva/jwt-go"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

var pin = jwt.WithValidMethods([]string{"HS256"})

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

// Shadow takes the JSON name away from the registered claims.
type Shadow struct {
	jwt.RegisteredClaims
	Expiry int64 `json:"exp"`
}

func VulnerableShadow(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &Shadow{}, key, pin) // want `field Expiry takes the JSON name.*\(jwtexp/shadowed\)`
	return err
}

// Embedded has a map that encoding/json does not fill.
type Embedded struct {
	jwt.MapClaims
	Role string `json:"role"`
}

func VulnerableEmbedded(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &Embedded{}, key, pin) // want `embedded MapClaims.*\(jwtexp/shadowed\)`
	return err
}

// Nested reads the registered claims from an object of their own.
type Nested struct {
	jwt.RegisteredClaims `json:"registered"`
	Role                 string `json:"role"`
}

func VulnerableNested(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &Nested{}, key, pin) // want `"registered".*\(jwtexp/shadowed\)`
	return err
}

// Timeless says of itself that it never expires.
type Timeless struct{ jwt.RegisteredClaims }

// GetExpirationTime hides the token's expiry.
func (Timeless) GetExpirationTime() (*jwt.NumericDate, error) { return nil, nil }

func VulnerableGetter(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &Timeless{}, key, pin) // want `returns no expiry.*\(jwtexp/shadowed\)`
	return err
}

func VulnerableNil(raw string) error {
	var claims jwt.MapClaims
	_, err := jwt.ParseWithClaims(raw, claims, key, pin) // want `nil map.*\(jwtexp/shadowed\)`
	return err
}

// Careless replaces the library's check by one of its own.
type Careless struct {
	v4.StandardClaims
	Role string `json:"role"`
}

// Valid forgets the time.
func (c Careless) Valid() error {
	if c.Role == "" {
		return errors.New("no role")
	}
	return nil
}

func VulnerableValid(raw string) error {
	_, err := v4.ParseWithClaims(raw, &Careless{}, func(*v4.Token) (any, error) { // want `does not look at exp.*\(jwtexp/shadowed\)`
		return []byte(os.Getenv("DESK_KEY")), nil
	})
	return err
}

// Lazy is a claims type of the first generation that accepts everything.
type Lazy struct {
	User string `json:"sub"`
}

// Valid is what the interface asks for.
func (*Lazy) Valid() error { return nil }

func VulnerableLazy(raw string) error {
	_, err := old.ParseWithClaims(raw, &Lazy{}, func(*old.Token) (any, error) { // want `\(jwtexp/shadowed\)`
		return []byte(os.Getenv("DESK_KEY")), nil
	})
	return err
}
