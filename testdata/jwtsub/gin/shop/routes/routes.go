// Package routes says which handler answers where.
package routes

import (
	"database/sql"
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/jwtsub/gin/shop/auth"
	"example.com/fixtures/jwtsub/gin/shop/handler"
	"example.com/fixtures/jwtsub/gin/shop/service"
	"example.com/fixtures/jwtsub/gin/shop/store"
)

// Handler is the whole shop on the orders of db.
func Handler(key []byte, db *sql.DB) http.Handler {
	orders := handler.NewOrders(service.NewOrders(store.NewOrders(db)))
	r := gin.New()
	api := r.Group("/api")
	api.Use(auth.Required(key))
	api.GET("/orders", orders.List)
	api.POST("/orders", orders.Place)
	careless(api, orders)
	careful(api, orders)
	return r
}
