package playlists

import (
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/log"
)

// profile is what a listener shows to all.
type profile struct {
	UserID string `json:"user_id"`
	Likes  string `json:"likes"`
}

type follow struct{ By, Whom string }

// A song is there for everybody.
func (s *server) song(c *fiber.Ctx) error {
	text, ok := s.songs[c.Params("id")]
	if !ok {
		return fiber.ErrNotFound
	}
	return c.SendString(text)
}

func (s *server) profile(c *fiber.Ctx) error {
	p, ok := s.profiles[c.Params("id")]
	if !ok {
		return fiber.ErrNotFound
	}
	return c.JSON(p)
}

// follow adds what is the caller's.
func (s *server) follow(c *fiber.Ctx) error {
	whom := c.Params("id")
	if _, ok := s.profiles[whom]; !ok {
		return fiber.ErrNotFound
	}
	s.follows[follow{By: userID(c), Whom: whom}] = true
	return c.SendStatus(fiber.StatusCreated)
}

func (s *server) unfollow(c *fiber.Ctx) error {
	delete(s.follows, follow{By: userID(c), Whom: c.Params("id")})
	return nil
}

// shared is for all who have been given the code.
func (s *server) shared(c *fiber.Ctx) error {
	id, ok := s.codes[c.Params("code")]
	if !ok {
		return fiber.ErrNotFound
	}
	p, _ := s.library.get(id)
	return c.JSON(p)
}

func ping(c *fiber.Ctx) error {
	log.Infof("%s listens to %s", userID(c), c.Params("id"))
	return c.SendString(c.Params("id"))
}

// ownList lets the owner of the list pass to its entries.
func (s *server) ownList(c *fiber.Ctx) error {
	id, err := c.ParamsInt("list")
	if err != nil {
		return err
	}
	if p, ok := s.library.get(id); !ok || p.OwnerID != userID(c) {
		return fiber.ErrForbidden
	}
	return c.Next()
}

// entries are those of the list in the path.
func (s *server) entries(c *fiber.Ctx) map[string]int {
	id, err := c.ParamsInt("list")
	if err != nil {
		return nil
	}
	p, _ := s.library.get(id)
	return p.Entries
}

func (s *server) entry(c *fiber.Ctx) error {
	stars, ok := s.entries(c)[c.Params("id")]
	if !ok {
		return fiber.ErrNotFound
	}
	return c.JSON(stars)
}

func (s *server) removeEntry(c *fiber.Ctx) error {
	delete(s.entries(c), c.Params("id"))
	return nil
}
