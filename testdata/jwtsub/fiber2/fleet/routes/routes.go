// Package routes joins paths, middleware and handlers.
package routes

import (
	"github.com/gofiber/fiber/v2"
	"gorm.io/gorm"

	"example.com/fixtures/jwtsub/fiber2/fleet/auth"
	"example.com/fixtures/jwtsub/fiber2/fleet/handler"
	"example.com/fixtures/jwtsub/fiber2/fleet/service"
	"example.com/fixtures/jwtsub/fiber2/fleet/store"
)

// App is the application on db.
func App(secret []byte, db *gorm.DB) *fiber.App {
	h := handler.New(&service.Fleet{Vehicles: store.New(db)})
	app := fiber.New(fiber.Config{ErrorHandler: handler.Fail, Immutable: true})
	api := app.Group("/api", auth.New(secret))
	api.Get("/vehicles", h.List)
	api.Post("/vehicles", h.Buy)
	careless(api, h)
	careful(api, h)
	return app
}
