// Package checked compares the issuer in the middleware's authorizer.
package checked

import (
	"os"

	jwt "github.com/appleboy/gin-jwt/v3"
	"github.com/gin-gonic/gin"
)

// Corrected refuses tokens of others.
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
	issuer, ok := jwt.ExtractClaims(c)["iss"].(string)
	return ok && issuer == "https://login.example"
}
