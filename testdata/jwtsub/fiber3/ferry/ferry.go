// Package ferry asks others: who is on board, what they may open, who commands.
package ferry

import (
	"context"

	"github.com/gofiber/fiber/v3"

	"example.com/fixtures/jwtsub/fiber3/ferry/cargo"
	"example.com/fixtures/jwtsub/fiber3/ferry/guard"
)

type bunk struct {
	ID          string `json:"id"`
	PassengerID string `json:"passenger_id"`
	CabinID     string `json:"cabin_id"`
	Name        string `json:"name"`
}

type ticket struct{ cabin, passenger string }

type server struct {
	cargo   cargo.Deck
	bunks   map[string]*bunk
	tickets map[ticket]bool
}

// forID has do look at the ID.
func forID(c fiber.Ctx, name string, do func(ctx context.Context, id string) (any, error)) error {
	found, err := do(c.Context(), c.Params(name))
	if err != nil {
		return fiber.ErrNotFound
	}
	return c.JSON(found)
}

// enter is for those with a ticket for the cabin.
func (s *server) enter(c fiber.Ctx) error {
	cabin := c.Params("cabin_id")
	if !s.tickets[ticket{cabin, guard.Passenger(c.Context())}] {
		return fiber.ErrForbidden
	}
	c.Locals("cabin", cabin)
	return c.Next()
}

// App is the whole application.
func App(key []byte) *fiber.App {
	hold := &cargo.Hold{Crates: map[string]cargo.Crate{
		"c1": {ID: "c1", OwnerID: "alice", Inside: "tea"}, "c2": {ID: "c2", OwnerID: "bob", Inside: "gold"},
	}}
	s := &server{
		cargo:   &cargo.Checked{Deck: hold},
		bunks:   map[string]*bunk{"b1": {"b1", "alice", "port", "Al"}, "b2": {"b2", "bob", "bow", "Bobby"}},
		tickets: map[ticket]bool{{"port", "alice"}: true, {"bow", "bob"}: true},
	}
	app := fiber.New(fiber.Config{Immutable: true})
	guard.Board(app, "/ship", key)
	app.Get("/ship/crates", s.crates)
	app.Get("/ship/crates/:id", s.open)
	app.Delete("/ship/crates/:id", s.throw)
	app.Put("/ship/crates/:id", s.swap)
	app.Get("/ship/bunks", s.mine)
	app.Post("/ship/bunks", s.book)
	app.Get("/ship/bunks/:id", s.show)
	app.Put("/ship/bunks/:id", s.rename)
	app.Delete("/ship/bunks/:id", s.cancel)
	app.Get("/ship/own/bunks/:id", s.showOwn)
	app.Put("/ship/own/bunks/:id", s.renameAny)
	app.Delete("/ship/own/bunks/:id", s.cancelOwn)
	cabin := app.Group("/ship/cabins/:cabin_id", s.enter)
	cabin.Get("/bunks/:id", s.inCabin)
	cabin.Put("/bunks/:id", s.renameThrough)
	app.Get("/bunks/:id", s.size)
	return app
}

func (s *server) crates(c fiber.Ctx) error { return c.JSON(s.cargo.Of(c.Context())) }

func (s *server) mine(c fiber.Ctx) error {
	own := []*bunk{}
	for _, b := range s.bunks {
		if b.PassengerID == guard.Passenger(c.Context()) {
			own = append(own, b)
		}
	}
	return c.JSON(own)
}

func (s *server) book(c fiber.Ctx) error {
	b := &bunk{ID: c.Query("id"), PassengerID: guard.Passenger(c.Context()), Name: c.Query("name")}
	s.bunks[b.ID] = b
	return c.JSON(b)
}
