package routes

import (
	"github.com/gofiber/fiber/v2"

	"example.com/fixtures/jwtsub/fiber2/fleet/auth"
	"example.com/fixtures/jwtsub/fiber2/fleet/handler"
)

func careful(api fiber.Router, h *handler.Vehicles) {
	own := api.Group("/own")
	own.Get("/vehicles/:id", h.ShowOwn)
	own.Post("/vehicles/:id/send", h.SendOwn)
	own.Post("/vehicles/:id/recall", h.RecallOwn)
	own.Delete("/vehicles/:id", h.SellOwn)
	own.Post("/vehicles/:id/lend", h.LendOwn)
	own.Post("/vehicles/:id/service", h.ServiceOwn())
	own.Route("/trips", func(r fiber.Router) { r.Post("/:id", h.GoOwn) })

	// The handlers are careless, the middleware is not.
	own.Get("/tenants/:tenant_id/vehicles", auth.Same, h.ListOf)
	platform := api.Group("/platform")
	platform.Use(auth.Needs("superadmin"))
	platform.Get("/vehicles/:id", h.Show)
	platform.Delete("/vehicles/:id", h.Sell)
}
