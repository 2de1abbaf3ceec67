// Package checked compares the audience in the middleware's authorizer.
package checked

import (
	"os"

	jwt "github.com/appleboy/gin-jwt/v3"
	"github.com/gin-gonic/gin"
)

// Corrected refuses tokens for others.
func Corrected(r *gin.Engine) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{
		Key:        []byte(os.Getenv("ORDERS_KEY")),
		Authorizer: ours,
	})
	if err != nil {
		panic(err)
	}
	r.Use(guard.MiddlewareFunc())
}

func ours(c *gin.Context, _ any) bool {
	audience, ok := jwt.ExtractClaims(c)["aud"].(string)
	return ok && audience == "orders"
}
