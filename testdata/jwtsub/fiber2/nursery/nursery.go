// Package nursery has plants that are their growers', and a key that lets its
// holder change them all.
package nursery

import (
	"os"

	jwtware "github.com/gofiber/contrib/jwt"
	"github.com/gofiber/fiber/v2"
	"gorm.io/gorm"
)

type plant struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
}

type config struct{ AdminKey, Version string }

type nursery struct {
	db  *gorm.DB
	cfg *config
}

var adminKey = []byte(os.Getenv("ADMIN_KEY"))

// App is the whole application.
func App(key []byte, db *gorm.DB, cfg *config) *fiber.App {
	n := &nursery{db, cfg}
	app := fiber.New()
	app.Use(jwtware.New(jwtware.Config{SigningKey: jwtware.SigningKey{JWTAlg: "HS256", Key: key}}))
	app.Delete("/plants/:id", keyHolders, n.uproot)
	app.Delete("/pots/:id", n.configured, n.smash)
	app.Delete("/seeds/:id", holdersOf(cfg.AdminKey), n.discard)
	app.Delete("/beds/:id", environment, n.dig)
	app.Delete("/fields/:id", sameSite, n.plough)
	app.Delete("/hedges/:id", n.newest, n.cut)
	app.Delete("/trees/:id", logged, n.fell)
	return app
}

func (n *nursery) uproot(c *fiber.Ctx) error {
	return n.db.Delete(&plant{}, "id = ?", c.Params("id")).Error
}

func (n *nursery) smash(c *fiber.Ctx) error {
	return n.db.Delete(&plant{}, "pot = ?", c.Params("id")).Error
}

func (n *nursery) discard(c *fiber.Ctx) error {
	return n.db.Delete(&plant{}, "seed = ?", c.Params("id")).Error
}

func (n *nursery) dig(c *fiber.Ctx) error {
	return n.db.Delete(&plant{}, "bed = ?", c.Params("id")).Error
}

func (n *nursery) plough(c *fiber.Ctx) error {
	return n.db.Delete(&plant{}, "field = ?", c.Params("id")).Error // want "jwtsub/unchecked-write"
}

func (n *nursery) cut(c *fiber.Ctx) error {
	return n.db.Delete(&plant{}, "hedge = ?", c.Params("id")).Error // want "jwtsub/unchecked-write"
}

func (n *nursery) fell(c *fiber.Ctx) error {
	return n.db.Delete(&plant{}, "tree = ?", c.Params("id")).Error // want "jwtsub/unchecked-write"
}
