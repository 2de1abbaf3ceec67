// Package allotment has plots that are looked for among the caller's own, one
// by one.
package allotment

import (
	"errors"
	"log"
	"slices"

	jwtware "github.com/gofiber/contrib/jwt"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

type plot struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
}

type allotment struct{ db *gorm.DB }

var errNotYours = errors.New("not yours")

func caller(c *fiber.Ctx) jwt.MapClaims { return c.Locals("user").(*jwt.Token).Claims.(jwt.MapClaims) }

func (a *allotment) own(c *fiber.Ctx) (all []plot, err error) {
	err = a.db.Where("owner_id = ?", caller(c)["sub"]).Find(&all).Error
	return all, err
}

// find looks for a plot among the caller's.
func (a *allotment) find(c *fiber.Ctx, id string) (plot, error) {
	all, err := a.own(c)
	if err != nil {
		return plot{}, err
	}
	var found plot
	for _, p := range all {
		if p.ID == id {
			found = p
			break
		}
	}
	if found.ID == "" {
		return plot{}, errNotYours
	}
	return found, nil
}

// seek looks as find does, and only writes down what comes of it.
func (a *allotment) seek(c *fiber.Ctx, id string) error {
	all, err := a.own(c)
	if err != nil {
		return err
	}
	var found plot
	for _, p := range all {
		if p.ID == id {
			found = p
			break
		}
	}
	log.Print("found ", found.ID)
	return nil
}

// may asks for what the caller lacks of some permissions.
func may(c *fiber.Ctx, wanted []string) error {
	list, ok := caller(c)["permissions"].([]any)
	if !ok {
		return errNotYours
	}
	var has []string
	for _, one := range list {
		if text, ok := one.(string); ok {
			has = append(has, text)
		}
	}
	var missing []string
	for _, one := range wanted {
		if !slices.Contains(has, one) {
			missing = append(missing, one)
		}
	}
	if len(missing) > 0 {
		return errNotYours
	}
	return nil
}

// App is the whole application.
func App(key []byte, db *gorm.DB) *fiber.App {
	a := &allotment{db}
	app := fiber.New()
	app.Use(jwtware.New(jwtware.Config{SigningKey: jwtware.SigningKey{JWTAlg: "HS256", Key: key}}))
	app.Delete("/plots/:id", a.leave)
	app.Delete("/sheds/:id", a.shed)
	app.Delete("/paths/:id", a.path)
	return app
}

// leave is for the owner.
func (a *allotment) leave(c *fiber.Ctx) error {
	if _, err := a.find(c, c.Params("id")); err != nil {
		return c.SendStatus(fiber.StatusNotFound)
	}
	return a.db.Delete(&plot{}, "id = ?", c.Params("id")).Error
}

// shed is for who may.
func (a *allotment) shed(c *fiber.Ctx) error {
	if err := may(c, []string{"guests.delete"}); err != nil {
		return c.SendStatus(fiber.StatusForbidden)
	}
	return a.db.Delete(&plot{}, "shed = ?", c.Params("id")).Error
}

// path is for all.
func (a *allotment) path(c *fiber.Ctx) error {
	id := c.Params("id") // want "jwtsub/unchecked-write"
	if err := a.seek(c, id); err != nil {
		return c.SendStatus(fiber.StatusNotFound)
	}
	return a.db.Delete(&plot{}, "path = ?", id).Error
}
