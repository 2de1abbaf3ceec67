package dropped

import (
	"context"
	"log/slog"

	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
)

type nameKey struct{}

func (s *server) careless(app *fiber.App) {
	app.Use("/letters", s.signedIn)
	app.Get("/letters/:id", s.show)
	app.Delete("/letters/:id", s.tear)
	app.Put("/written/:id", s.roleOnly, s.rewrite)
	app.Put("/ignored/:id", s.ignored(), s.rewrite)
}

// signedIn is content with a good signature.
func (s *server) signedIn(c *fiber.Ctx) error {
	token, err := jwt.Parse(bearer(c), s.keyOf, only) // want "jwtsub/no-identity"
	if err != nil || !token.Valid {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

// roleOnly passes on what everybody has.
func (s *server) roleOnly(c *fiber.Ctx) error {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(bearer(c), claims, s.keyOf, only); err != nil { // want "jwtsub/no-identity"
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	c.Locals("role", claims["role"])
	return c.Next()
}

// ignored makes a context, and does not set it.
func (s *server) ignored() fiber.Handler {
	return func(c *fiber.Ctx) error {
		claims := jwt.MapClaims{}
		if _, err := jwt.ParseWithClaims(bearer(c), claims, s.keyOf, only); err != nil { // want "jwtsub/no-identity"
			return c.SendStatus(fiber.StatusUnauthorized)
		}
		ctx := context.WithValue(c.UserContext(), nameKey{}, claims["sub"])
		slog.DebugContext(ctx, "signed in")
		return c.Next()
	}
}

func (s *server) show(c *fiber.Ctx) error {
	l, err := s.find(c.Params("id"))
	if err != nil {
		return err
	}
	return c.JSON(l)
}

func (s *server) tear(c *fiber.Ctx) error {
	delete(s.letters, c.Params("id"))
	return nil
}

func (s *server) rewrite(c *fiber.Ctx) error {
	l, err := s.find(c.Params("id"))
	if err != nil {
		return err
	}
	l.Text = c.Query("text")
	return nil
}
