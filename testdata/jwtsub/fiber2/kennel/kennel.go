// Package kennel keeps dogs. Another package's function has all below one path
// ask for a token.
package kennel

import (
	"github.com/gofiber/fiber/v2"

	"example.com/fixtures/jwtsub/fiber2/kennel/middleware"
)

type dog struct {
	ID       string `json:"id"`
	KeeperID string `json:"keeper_id"`
	Name     string `json:"name"`
}

type kennel struct{ dogs map[string]*dog }

// App is the whole application.
func App(key []byte) *fiber.App {
	k := &kennel{map[string]*dog{"d1": {"d1", "alice", "Rex"}, "d2": {"d2", "bob", "Waldi"}}}
	app := fiber.New(fiber.Config{Immutable: true})
	middleware.Setup(app, key)
	app.Get("/api/dogs", k.list)
	app.Post("/api/dogs", k.adopt)
	app.Get("/api/dogs/:id", k.show)
	app.Put("/api/dogs/:id", k.rename)
	app.Get("/api/own/dogs/:id", k.showOwn)
	app.Put("/api/own/dogs/:id", k.renameOwn)
	app.Get("/dogs/:id", k.pet)
	return app
}

func (k *kennel) list(c *fiber.Ctx) error {
	own := []*dog{}
	for _, d := range k.dogs {
		if d.KeeperID == middleware.Keeper(c) {
			own = append(own, d)
		}
	}
	return c.JSON(own)
}

func (k *kennel) adopt(c *fiber.Ctx) error {
	d := &dog{ID: c.Query("id"), KeeperID: middleware.Keeper(c), Name: c.Query("name")}
	k.dogs[d.ID] = d
	return c.JSON(d)
}

func (k *kennel) find(id string) (*dog, error) {
	if d, ok := k.dogs[id]; ok {
		return d, nil
	}
	return nil, fiber.ErrNotFound
}
