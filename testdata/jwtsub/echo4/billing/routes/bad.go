package routes

import (
	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtsub/echo4/billing/auth"
	"example.com/fixtures/jwtsub/echo4/billing/handler"
)

func careless(api *echo.Group, h *handler.Handler) {
	api.GET("/invoices/:id", h.Get)                          // want "jwtsub/unchecked-read"
	api.GET("/users/:user_id/invoices", h.AllOf)             // want "jwtsub/unchecked-read"
	api.PATCH("/invoices/:id", h.Discount)                   // want "jwtsub/unchecked-write"
	api.POST("/invoices/:id/void", h.Void)                   // want "jwtsub/unchecked-write"
	api.DELETE("/invoices/:id", h.Remove)                    // want "jwtsub/unchecked-write"
	api.POST("/invoices/:id/remind", h.Remind)               // want "jwtsub/unchecked-write"
	api.POST("/invoices/:id/dispute", h.Dispute)             // want "jwtsub/ineffective"
	api.GET("/invoices/:id/file", h.Download("invoice.txt")) // want "jwtsub/ineffective"
	// Everybody is a user.
	api.PUT("/invoices/:id/payments", h.Pay, auth.Has("user")) // want "jwtsub/unchecked-write"
}

// The route brings its own middleware.
func perRoute(e *echo.Echo, h *handler.Handler, signedIn echo.MiddlewareFunc) {
	e.DELETE("/old/invoices/:id", h.Remove, signedIn) // want "jwtsub/unchecked-write"
	e.DELETE("/new/invoices/:id", h.RemoveOwn, signedIn)
}
