package routes

import (
	"github.com/gin-gonic/gin"

	"example.com/fixtures/jwtsub/gin/shop/auth"
	"example.com/fixtures/jwtsub/gin/shop/handler"
)

func careful(api *gin.RouterGroup, orders *handler.Orders) {
	mine := api.Group("/mine")
	mine.GET("/orders/:id", orders.ShowOwn)
	mine.GET("/orders/:id/receipt", orders.ReceiptOwn)
	mine.DELETE("/orders/:id", orders.RemoveOwn)
	mine.POST("/orders/:id/cancel", orders.CancelOwn)
	mine.POST("/orders/:id/return", orders.ReturnOwn)
	mine.POST("/orders/:id/hold", orders.HoldOwn)
	mine.POST("/orders/:id/reopen", orders.ReopenOwn())

	// The handlers are the careless ones; what stands before them is not.
	mine.GET("/customers/:customer_id/orders", auth.Self("customer_id"), orders.Of)
	staff := api.Group("/staff", auth.RequireRole("admin"))
	staff.GET("/orders/:id", orders.Show)
	staff.DELETE("/orders/:id", orders.Remove)
}
