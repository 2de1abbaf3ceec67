package playlists

import (
	"slices"

	"github.com/gofiber/fiber/v2"
)

// email is for the one whose it is.
func (s *server) email(c *fiber.Ctx) error {
	id := c.Params("id")
	if id != userID(c) {
		return c.Status(fiber.StatusForbidden).SendString("that is not you")
	}
	return c.SendString(s.listeners[id].Email)
}

// showOwn compares what it has found.
func (s *server) showOwn(c *fiber.Ctx) error {
	id, err := c.ParamsInt("id")
	if err != nil {
		return err
	}
	p, ok := s.library.get(id)
	if !ok {
		return fiber.ErrNotFound
	}
	if p.OwnerID != userID(c) {
		return c.SendStatus(fiber.StatusForbidden)
	}
	return c.JSON(p)
}

// own returns the caller's playlist, or says why not.
func (s *server) own(c *fiber.Ctx) (playlist, error) {
	id, err := listID(c)
	if err != nil {
		return playlist{}, err
	}
	p, ok := s.library.get(id)
	if !ok {
		return playlist{}, fiber.ErrNotFound
	}
	if p.OwnerID != userID(c) {
		return playlist{}, fiber.NewError(fiber.StatusForbidden, "not your list")
	}
	return p, nil
}

// The helper does all.
func (s *server) renameOwn(c *fiber.Ctx) error {
	p, err := s.own(c)
	if err != nil {
		return err
	}
	return s.editor.set(p.ID, c.Query("name"))
}

func (s *server) mayRemove(id int, user string) bool {
	p, ok := s.library.get(id)
	return ok && p.OwnerID == user
}

// The helper says yes or no.
func (s *server) removeOwn(c *fiber.Ctx) error {
	id, err := listID(c)
	if err != nil {
		return err
	}
	if !s.mayRemove(id, userID(c)) {
		return fiber.ErrForbidden
	}
	s.library.remove(id)
	return nil
}

// The wish names a listener who is asked for.
func (s *server) patchOwn(c *fiber.Ctx) error {
	id, err := listID(c)
	if err != nil {
		return err
	}
	return s.editor.grantOwn(wish{List: id, Listener: userID(c), Name: c.Query("name")})
}

// The player is told whose.
func (s *server) playOwn(c *fiber.Ctx) error {
	id, err := listID(c)
	if err != nil {
		return err
	}
	return s.ownPlayer.PlayOwn(userID(c), id)
}

// The radio has a context to look into.
func (s *server) broadcast(c *fiber.Ctx) error {
	id, err := listID(c)
	if err != nil {
		return err
	}
	return s.radio.Broadcast(c.UserContext(), id)
}

// muteAny is for the administrator.
func (s *server) muteAny(c *fiber.Ctx) error {
	if !isRole(c, "admin") {
		return fiber.ErrForbidden
	}
	id, err := listID(c)
	if err != nil {
		return err
	}
	return s.editor.set(id, "muted")
}

// history is for the owner, or for the administrator.
func (s *server) history(c *fiber.Ctx) error {
	id, err := listID(c)
	if err != nil {
		return err
	}
	p, ok := s.library.get(id)
	if !ok {
		return fiber.ErrNotFound
	}
	if p.OwnerID == userID(c) || isRole(c, "admin") {
		return c.JSON([]playlist{p})
	}
	return fiber.ErrForbidden
}

// listed looks into the caller's own record.
func (s *server) listed(c *fiber.Ctx) error {
	user, ok := s.listeners[userID(c)]
	if !ok {
		return fiber.ErrForbidden
	}
	id, err := listID(c)
	if err != nil {
		return err
	}
	if !slices.Contains(user.ListIDs, id) {
		return fiber.ErrForbidden
	}
	p, _ := s.library.get(id)
	return c.JSON(p)
}

func nameOwn(lib *library) fiber.Handler {
	return func(c *fiber.Ctx) error {
		id, err := c.ParamsInt("id")
		if err != nil {
			return err
		}
		if p, ok := lib.get(id); ok && p.OwnerID == userID(c) {
			return c.SendString(p.Name)
		}
		return fiber.ErrNotFound
	}
}

// owner stands before handlers that compare nothing.
func (s *server) owner(c *fiber.Ctx) error {
	if _, err := s.own(c); err != nil {
		return err
	}
	return c.Next()
}

func (s *server) showChecked(c *fiber.Ctx) error {
	id, err := listID(c)
	if err != nil {
		return err
	}
	p, _ := s.library.get(id)
	return c.JSON(p)
}

func (s *server) removeChecked(c *fiber.Ctx) error {
	id, err := listID(c)
	if err != nil {
		return err
	}
	s.library.remove(id)
	return nil
}

// admin stands before the same handlers, on another path.
func admin(c *fiber.Ctx) error {
	if !isRole(c, "admin") {
		return c.SendStatus(fiber.StatusForbidden)
	}
	return c.Next()
}
