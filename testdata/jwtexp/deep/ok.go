// Package deep has an expiry that the library does find, where the struct alone
// does not show it: encoding/json looks into embedded structs.
package deep

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var pin = jwt.WithValidMethods([]string{"HS256"})

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

// Base is what all tokens of the program share.
type Base struct {
	jwt.RegisteredClaims
	Tenant string `json:"tenant"`
}

// Inherits finds its expiry two levels down.
type Inherits struct {
	Base
	Role string `json:"role"`
}

func CorrectedInherits(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &Inherits{}, key, pin)
	return err
}

// Renamed has a time of its own under another name.
type Renamed struct {
	jwt.RegisteredClaims
	Expiry *jwt.NumericDate `json:"session_exp"`
}

func CorrectedRenamed(raw string) error {
	_, err := jwt.ParseWithClaims(raw, &Renamed{}, key, pin)
	return err
}
