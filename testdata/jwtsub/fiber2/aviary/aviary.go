// Package aviary keeps birds that are their keepers', and lets the staff change
// them all: whether somebody is on the staff, a claim says yes or no to.
package aviary

import (
	jwtware "github.com/gofiber/contrib/jwt"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

type bird struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
}

type aviary struct{ db *gorm.DB }

func claimsOf(c *fiber.Ctx) jwt.MapClaims {
	return c.Locals("user").(*jwt.Token).Claims.(jwt.MapClaims)
}

// App is the whole application.
func App(key []byte, db *gorm.DB) *fiber.App {
	a := &aviary{db}
	app := fiber.New()
	app.Use(jwtware.New(jwtware.Config{SigningKey: jwtware.SigningKey{JWTAlg: "HS256", Key: key}}))
	app.Delete("/birds/:id", staffOnly, a.free)
	app.Put("/birds/:id", staffOrNone, a.rename)
	app.Delete("/nests/:id", anyStaff, a.clear)
	app.Put("/nests/:id", subscribers, a.move)
	return app
}
