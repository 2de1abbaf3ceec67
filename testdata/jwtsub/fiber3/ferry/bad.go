package ferry

import (
	"context"

	"github.com/gofiber/fiber/v3"

	"example.com/fixtures/jwtsub/fiber3/ferry/guard"
)

func (s *server) show(c fiber.Ctx) error {
	return forID(c, "id", s.find) // want "jwtsub/unchecked-read"
}

func (s *server) find(_ context.Context, id string) (any, error) {
	if b, ok := s.bunks[id]; ok {
		return b, nil
	}
	return nil, fiber.ErrNotFound
}

// rename is for whoever travels.
func (s *server) rename(c fiber.Ctx) error {
	rank, err := guard.RankOf(c.Context(), guard.Passenger(c.Context()))
	if err != nil {
		return fiber.ErrForbidden
	}
	if rank < guard.Traveller {
		return fiber.ErrForbidden
	}
	return forID(c, "id", func(_ context.Context, id string) (any, error) { // want "jwtsub/unchecked-write"
		b, ok := s.bunks[id]
		if !ok {
			return nil, fiber.ErrNotFound
		}
		b.Name = c.Query("name")
		return b, nil
	})
}

// cancel knows that there is a rank.
func (s *server) cancel(c fiber.Ctx) error {
	if _, err := guard.RankOf(c.Context(), guard.Passenger(c.Context())); err != nil {
		return fiber.ErrForbidden
	}
	delete(s.bunks, c.Params("id")) // want "jwtsub/unchecked-write"
	return c.SendStatus(fiber.StatusNoContent)
}

// renameThrough has a ticket for this cabin, and reaches into any.
func (s *server) renameThrough(c fiber.Ctx) error {
	b, ok := s.bunks[c.Params("id")] // want "jwtsub/unchecked-write"
	if !ok {
		return fiber.ErrNotFound
	}
	b.Name = c.Query("name")
	return c.JSON(fiber.Map{"cabin": c.Locals("cabin")})
}

// swap gets past what asks in cargo.
func (s *server) swap(c fiber.Ctx) error {
	if err := s.cargo.Swap(c.Context(), c.Params("id"), c.Query("inside")); err != nil { // want "jwtsub/unchecked-write"
		return fiber.ErrNotFound
	}
	return c.SendStatus(fiber.StatusNoContent)
}
