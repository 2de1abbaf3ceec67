// Package accepted has claims types in which the library finds the expiry, or
// parsers that do without.
package accepted

import (
	"errors"
	"os"
	"time"

	old "github.com/dgrijalva/jwt-go"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

var pin = jwt.WithValidMethods([]string{"HS256"})

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

// Plain embeds the registered claims and leaves their names alone.
type Plain struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

func CorrectedPlain(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &Plain{}, key, pin)
	return err
}

// Shadow takes the name, but the parser refuses tokens without an expiry that
// it can find.
type Shadow struct {
	jwt.RegisteredClaims
	Expiry int64 `json:"exp"`
}

func CorrectedRequired(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &Shadow{}, key, pin, jwt.WithExpirationRequired())
	return err
}

// Own compares the field itself.
type Own struct {
	jwt.RegisteredClaims
	Expiry int64 `json:"exp"`
}

func CorrectedOwn(raw string) error {
	var c Own
	if _, err := jwt.ParseWithClaims(raw, &c, key, pin); err != nil {
		return err
	}
	if c.Expiry < time.Now().Unix() {
		return errors.New("expired")
	}
	return nil
}

// A map that is there is filled.
func CorrectedMap(raw string) error {
	_, err := jwt.ParseWithClaims(raw, jwt.MapClaims{}, key, pin)
	return err
}

// A pointer to a nil map is filled too.
func CorrectedPointer(raw string) error {
	var claims jwt.MapClaims
	_, err := jwt.ParseWithClaims(raw, &claims, key, pin)
	return err
}

// Round is nested, but the program issues such tokens itself: the expiry is
// where it looks.
type Round struct {
	jwt.RegisteredClaims `json:"registered"`
}

func Issue() *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, Round{})
}

func CorrectedRound(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &Round{}, key, pin)
	return err
}

// Careful adds to the library's check.
type Careful struct {
	v4.StandardClaims
	Role string `json:"role"`
}

// Valid asks the embedded claims first.
func (c Careful) Valid() error {
	if err := c.StandardClaims.Valid(); err != nil {
		return err
	}
	if c.Role == "" {
		return errors.New("no role")
	}
	return nil
}

func CorrectedValid(raw string) error {
	_, err := v4.ParseWithClaims(raw, &Careful{}, func(*v4.Token) (any, error) {
		return []byte(os.Getenv("DESK_KEY")), nil
	})
	return err
}

// Dated compares its own field.
type Dated struct {
	User   string `json:"sub"`
	Expiry int64  `json:"exp"`
}

// Valid knows the time.
func (d *Dated) Valid() error {
	if d.Expiry < time.Now().Unix() {
		return errors.New("expired")
	}
	return nil
}

func CorrectedDated(raw string) error {
	_, err := old.ParseWithClaims(raw, &Dated{}, func(*old.Token) (any, error) {
		return []byte(os.Getenv("DESK_KEY")), nil
	})
	return err
}
