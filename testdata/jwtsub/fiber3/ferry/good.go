package ferry

import (
	"context"

	"github.com/gofiber/fiber/v3"

	"example.com/fixtures/jwtsub/fiber3/ferry/guard"
)

// open has cargo ask.
func (s *server) open(c fiber.Ctx) error {
	crate, err := s.cargo.Open(c.Context(), c.Params("id"))
	if err != nil {
		return fiber.ErrForbidden
	}
	return c.JSON(crate)
}

func (s *server) throw(c fiber.Ctx) error {
	if err := s.cargo.Throw(c.Context(), c.Params("id")); err != nil {
		return fiber.ErrForbidden
	}
	return c.SendStatus(fiber.StatusNoContent)
}

func (s *server) showOwn(c fiber.Ctx) error { return forID(c, "id", s.findOwn) }

func (s *server) findOwn(ctx context.Context, id string) (any, error) {
	b, ok := s.bunks[id]
	if !ok || b.PassengerID != guard.Passenger(ctx) {
		return nil, fiber.ErrNotFound
	}
	return b, nil
}

// renameAny is the administrator's.
func (s *server) renameAny(c fiber.Ctx) error {
	rank, err := guard.RankOf(c.Context(), guard.Passenger(c.Context()))
	if err != nil || rank != guard.Admin {
		return fiber.ErrForbidden
	}
	b, ok := s.bunks[c.Params("id")]
	if !ok {
		return fiber.ErrNotFound
	}
	b.Name = c.Query("name")
	return c.SendStatus(fiber.StatusNoContent)
}

func (s *server) cancelOwn(c fiber.Ctx) error {
	return forID(c, "id", func(ctx context.Context, id string) (any, error) {
		if _, err := s.findOwn(ctx, id); err != nil {
			return nil, err
		}
		delete(s.bunks, id)
		return "cancelled", nil
	})
}

// inCabin looks whether the bunk is in the cabin of the ticket.
func (s *server) inCabin(c fiber.Ctx) error {
	b, ok := s.bunks[c.Params("id")]
	if cabin, _ := c.Locals("cabin").(string); !ok || b.CabinID != cabin {
		return fiber.ErrNotFound
	}
	return c.JSON(b)
}

// size is for all who look at the ship from outside.
func (s *server) size(c fiber.Ctx) error {
	if _, ok := s.bunks[c.Params("id")]; !ok {
		return fiber.ErrNotFound
	}
	return c.SendString("80 x 200")
}
