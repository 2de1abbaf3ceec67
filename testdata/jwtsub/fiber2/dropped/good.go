package dropped

import (
	"context"

	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
)

func (s *server) careful(app *fiber.App) {
	app.Get("/stamps", s.valid, func(c *fiber.Ctx) error { return c.JSON([]string{"a ship"}) })
	app.Get("/own/letters/:id", s.valid, s.showOwn)
	app.Put("/own/letters/:id", s.known, s.rewriteOwn)
}

// valid stands where nobody's name is needed.
func (s *server) valid(c *fiber.Ctx) error {
	if _, err := jwt.Parse(bearer(c), s.keyOf, only); err != nil {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

// subject reads the token once more.
func (s *server) subject(c *fiber.Ctx) (string, error) {
	var claims jwt.RegisteredClaims
	if _, err := jwt.ParseWithClaims(bearer(c), &claims, s.keyOf, only); err != nil {
		return "", fiber.ErrUnauthorized
	}
	return claims.Subject, nil
}

func (s *server) showOwn(c *fiber.Ctx) error {
	who, err := s.subject(c)
	if err != nil {
		return err
	}
	l, err := s.find(c.Params("id"))
	if err != nil {
		return err
	}
	if l.OwnerID != who {
		return fiber.ErrForbidden
	}
	return c.JSON(l)
}

// known sets the context that it has made.
func (s *server) known(c *fiber.Ctx) error {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(bearer(c), claims, s.keyOf, only); err != nil {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	c.SetUserContext(context.WithValue(c.UserContext(), nameKey{}, claims["sub"]))
	return c.Next()
}

func (s *server) rewriteOwn(c *fiber.Ctx) error {
	l, err := s.find(c.Params("id"))
	if err != nil {
		return err
	}
	if l.OwnerID != c.UserContext().Value(nameKey{}) {
		return fiber.ErrForbidden
	}
	l.Text = c.Query("text")
	return nil
}
