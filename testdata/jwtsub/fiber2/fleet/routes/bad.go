package routes

import (
	"github.com/gofiber/fiber/v2"

	"example.com/fixtures/jwtsub/fiber2/fleet/auth"
	"example.com/fixtures/jwtsub/fiber2/fleet/handler"
)

func careless(api fiber.Router, h *handler.Vehicles) {
	api.Get("/vehicles/:id", h.Show)                                   // want "jwtsub/unchecked-read"
	api.Get("/tenants/:tenant_id/vehicles", h.ListOf)                  // want "jwtsub/unchecked-read"
	api.Post("/vehicles/:id/send", h.Send)                             // want "jwtsub/unchecked-write"
	api.Post("/vehicles/:id/recall", h.Recall)                         // want "jwtsub/unchecked-write"
	api.Delete("/vehicles/:id", h.Sell)                                // want "jwtsub/unchecked-write"
	api.Post("/vehicles/:id/lend", h.Lend)                             // want "jwtsub/ineffective"
	api.Post("/vehicles/:id/service", auth.Needs("user"), h.Service()) // want "jwtsub/unchecked-write"
	api.Route("/trips", func(r fiber.Router) { r.Post("/:id", h.Go) }) // want "jwtsub/unchecked-write"
}
