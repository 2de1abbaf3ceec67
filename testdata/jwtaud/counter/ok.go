// Package counter verifies with the options of its callers, who get the
// claims: whatever is missing is missing there.
package counter

import (
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/keyring"
)

// Key is what it verifies with.
func Key(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

// With takes options.
func With(raw string, opts ...jwt.ParserOption) (*keyring.Claims, error) {
	var c keyring.Claims
	_, err := jwt.NewParser(opts...).ParseWithClaims(raw, &c, Key)
	return &c, err
}
