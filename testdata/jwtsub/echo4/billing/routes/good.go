package routes

import (
	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtsub/echo4/billing/auth"
	"example.com/fixtures/jwtsub/echo4/billing/handler"
)

func careful(api *echo.Group, h *handler.Handler) {
	own := api.Group("/own")
	own.GET("/invoices/:id", h.GetOwn)
	own.PATCH("/invoices/:id", h.DiscountOwn)
	own.POST("/invoices/:id/void", h.VoidOwn)
	own.DELETE("/invoices/:id", h.RemoveOwn)
	own.POST("/invoices/:id/remind", h.RemindOwn)
	own.POST("/invoices/:id/dispute", h.DisputeOwn)
	own.GET("/invoices/:id/file", h.DownloadOwn("invoice.txt"))
	own.PUT("/invoices/:id/payments", h.PayOwn)

	// What is careless behind the token alone is not behind these.
	own.GET("/users/:user_id/invoices", h.AllOf, auth.Is("user_id"))
	books := api.Group("/books")
	books.Use(auth.Has("admin"))
	books.GET("/invoices/:id", h.Get)
	books.DELETE("/invoices/:id", h.Remove)
}
