// Package guard checks the passengers' tokens.
package guard

import (
	"context"
	"errors"
	"strings"

	"github.com/gofiber/fiber/v3"
	"github.com/golang-jwt/jwt/v5"
)

type passengerKey struct{}

// Passenger is who is on board.
func Passenger(ctx context.Context) string {
	name, _ := ctx.Value(passengerKey{}).(string)
	return name
}

// Board has all that is below a path ask for a token.
func Board(app *fiber.App, below string, key []byte) {
	app.Use(below, func(c fiber.Ctx) error {
		raw, ok := strings.CutPrefix(c.Get("Authorization"), "Bearer ")
		if !ok {
			return fiber.ErrUnauthorized
		}
		token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			return fiber.ErrUnauthorized
		}
		name, err := token.Claims.GetSubject()
		if err != nil {
			return fiber.ErrUnauthorized
		}
		c.SetContext(context.WithValue(c.Context(), passengerKey{}, name))
		return c.Next()
	})
}

// Rank is what somebody is on the ship.
type Rank int

// Everybody is at least a traveller.
const (
	Traveller Rank = iota + 1
	Admin
)

// ErrUnknown is for those who are nobody.
var ErrUnknown = errors.New("nobody")

var crew = map[string]Rank{"alice": Traveller, "bob": Admin}

// RankOf looks somebody up.
func RankOf(_ context.Context, name string) (Rank, error) {
	rank, ok := crew[name]
	if !ok {
		return 0, ErrUnknown
	}
	return rank, nil
}
