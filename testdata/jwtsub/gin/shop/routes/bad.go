package routes

import (
	"github.com/gin-gonic/gin"

	"example.com/fixtures/jwtsub/gin/shop/auth"
	"example.com/fixtures/jwtsub/gin/shop/handler"
)

func careless(api *gin.RouterGroup, orders *handler.Orders) {
	api.GET("/orders/:id", orders.Show)                  // want "jwtsub/unchecked-read"
	api.DELETE("/orders/:id", orders.Remove)             // want "jwtsub/unchecked-write"
	api.POST("/orders/:id/cancel", orders.Cancel)        // want "jwtsub/unchecked-write"
	api.POST("/orders/:id/return", orders.Return)        // want "jwtsub/unchecked-write"
	api.POST("/orders/:id/hold", orders.Hold)            // want "jwtsub/unchecked-write"
	api.POST("/orders/:id/reopen", orders.Reopen())      // want "jwtsub/ineffective"
	api.GET("/customers/:customer_id/orders", orders.Of) // want "jwtsub/unchecked-read"

	// Every customer is a customer.
	customers := api.Group("/members", auth.RequireRole("customer"))
	customers.POST("/orders/:id/close", orders.Close) // want "jwtsub/unchecked-write"
}
