// Package routes says which handler answers where.
package routes

import (
	"database/sql"
	"net/http"

	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtsub/echo4/billing/auth"
	"example.com/fixtures/jwtsub/echo4/billing/handler"
	"example.com/fixtures/jwtsub/echo4/billing/service"
	"example.com/fixtures/jwtsub/echo4/billing/store"
)

// Handler is the whole application on db.
func Handler(key []byte, db *sql.DB) http.Handler {
	h := handler.New(&service.Billing{Invoices: &store.Invoices{DB: db}})
	e := echo.New()
	e.HTTPErrorHandler = handler.Errors
	api := e.Group("/v1", auth.Middleware(key))
	api.GET("/invoices", h.List)
	api.POST("/invoices", h.Bill)
	careless(api, h)
	careful(api, h)
	perRoute(e, h, auth.Middleware(key))
	return e
}
