// Package checked compares the issuer in gin-jwt's authorizator.
package checked

import (
	"os"

	jwt "github.com/appleboy/gin-jwt/v2"
	"github.com/gin-gonic/gin"
)

// Corrected refuses tokens of others.
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
	issuer, ok := jwt.ExtractClaims(c)["iss"].(string)
	return ok && issuer == "https://login.example"
}
