package playlists

import (
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/log"
)

// show shows anybody's list; list does not.
func (s *server) show(c *fiber.Ctx) error {
	id, err := c.ParamsInt("id") // want "jwtsub/unchecked-read"
	if err != nil {
		return err
	}
	p, ok := s.library.get(id)
	if !ok {
		return fiber.ErrNotFound
	}
	return c.JSON(p)
}

// listID reads the parameter for many handlers.
func listID(c *fiber.Ctx) (int, error) {
	id, err := c.ParamsInt("id")
	if err != nil || id <= 0 {
		return 0, fiber.ErrBadRequest
	}
	return id, nil
}

// That somebody is there says nothing about the list.
func (s *server) rename(c *fiber.Ctx) error {
	if userID(c) == "" {
		return fiber.ErrUnauthorized
	}
	id, err := listID(c) // want "jwtsub/unchecked-write"
	if err != nil {
		return err
	}
	return s.editor.set(id, c.Query("name"))
}

func (s *server) remove(c *fiber.Ctx) error {
	id, err := listID(c) // want "jwtsub/unchecked-write"
	if err != nil {
		return err
	}
	s.library.remove(id)
	return c.SendStatus(fiber.StatusNoContent)
}

// patch names a listener for nobody.
func (s *server) patch(c *fiber.Ctx) error {
	id, err := listID(c) // want "jwtsub/unchecked-write"
	if err != nil {
		return err
	}
	w := wish{List: id, Name: c.Query("name")}
	w.Listener = userID(c)
	return s.editor.grant(w)
}

// play has a player that is told the number.
func (s *server) play(c *fiber.Ctx) error {
	var in struct {
		ID int `params:"id"`
	}
	if err := c.ParamsParser(&in); err != nil {
		return err
	}
	return s.player.Play(in.ID) // want "jwtsub/unchecked-write"
}

// shuffle keeps the caller beside the name.
func (s *server) shuffle(c *fiber.Ctx) error {
	id, err := listID(c) // want "jwtsub/unchecked-write"
	if err != nil {
		return err
	}
	p, ok := s.library.get(id)
	if !ok {
		return fiber.ErrNotFound
	}
	p.PlayedBy = userID(c)
	s.library.put(p)
	return nil
}

// reset tells the caller who they are.
func (s *server) reset(c *fiber.Ctx) error {
	id, err := listID(c) // want "jwtsub/unchecked-write"
	if err != nil {
		return err
	}
	if !s.library.rename(id, "untitled") {
		return fiber.ErrNotFound
	}
	return c.JSON(fiber.Map{"list": id, "by": userID(c)})
}

// member keeps nobody away.
func member(c *fiber.Ctx) error {
	if !isRole(c, "user") {
		return fiber.ErrForbidden
	}
	return c.Next()
}

func (s *server) mute(c *fiber.Ctx) error {
	id, err := listID(c) // want "jwtsub/unchecked-write"
	if err != nil {
		return err
	}
	log.Infow("muted", "list", id, "by", userID(c))
	return s.editor.set(id, "muted")
}

// name makes its handler.
func name(lib *library) fiber.Handler {
	return func(c *fiber.Ctx) error {
		id, err := c.ParamsInt("id") // want "jwtsub/unchecked-read"
		if err != nil {
			return err
		}
		p, _ := lib.get(id)
		return c.SendString(p.Name)
	}
}

func (s *server) listsOf(c *fiber.Ctx) error {
	return c.JSON(s.library.of(c.Params("user_id"))) // want "jwtsub/unchecked-read"
}

func (s *server) forget(c *fiber.Ctx) error {
	for _, p := range s.library.of(c.Params("user_id")) { // want "jwtsub/unchecked-write"
		s.library.remove(p.ID)
	}
	return c.SendStatus(fiber.StatusNoContent)
}

// peek only writes down that it should not.
func (s *server) peek(c *fiber.Ctx) error {
	id, err := listID(c) // want "jwtsub/ineffective"
	if err != nil {
		return err
	}
	p, ok := s.library.get(id)
	if !ok {
		return fiber.ErrNotFound
	}
	if p.OwnerID != userID(c) {
		log.Warnf("%s peeks at list %d", userID(c), id)
	}
	return c.JSON(p)
}

// card says whether, and shows it anyway.
func (s *server) card(c *fiber.Ctx) error {
	id, err := listID(c) // want "jwtsub/ineffective"
	if err != nil {
		return err
	}
	p, ok := s.library.get(id)
	if !ok {
		return fiber.ErrNotFound
	}
	return c.JSON(fiber.Map{"name": p.Name, "mine": p.OwnerID == userID(c)})
}

// removeNow sets the status and no more.
func (s *server) removeNow(c *fiber.Ctx) error {
	id, err := listID(c) // want "jwtsub/ineffective"
	if err != nil {
		return err
	}
	if p, ok := s.library.get(id); ok && p.OwnerID != userID(c) {
		c.Status(fiber.StatusForbidden)
	}
	s.library.remove(id)
	return nil
}

// removeLate finds out afterwards.
func (s *server) removeLate(c *fiber.Ctx) error {
	id, err := listID(c) // want "jwtsub/ineffective"
	if err != nil {
		return err
	}
	p, _ := s.library.get(id)
	s.library.remove(id)
	if p.OwnerID != userID(c) {
		return fiber.ErrForbidden
	}
	return nil
}
