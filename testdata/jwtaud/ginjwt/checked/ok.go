// Package checked compares the audience in gin-jwt's authorizator.
package checked

import (
	"os"

	jwt "github.com/appleboy/gin-jwt/v2"
	"github.com/gin-gonic/gin"
)

// Corrected refuses tokens for others.
func Corrected(r *gin.Engine) {
	mw, err := jwt.New(&jwt.GinJWTMiddleware{
		Key:          []byte(os.Getenv("ORDERS_KEY")),
		Authorizator: ours,
	})
	if err != nil {
		panic(err)
	}
	r.Use(mw.MiddlewareFunc())
}

func ours(_ any, c *gin.Context) bool {
	audience, ok := jwt.ExtractClaims(c)["aud"].(string)
	return ok && audience == "orders"
}
