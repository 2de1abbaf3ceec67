// Package options has the parser compare the audience.
package options

import (
	"os"

	jwt "github.com/appleboy/gin-jwt/v3"
	"github.com/gin-gonic/gin"
	gojwt "github.com/golang-jwt/jwt/v5"
)

// Corrected refuses tokens for others.
func Corrected(r *gin.Engine) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{
		Key:          []byte(os.Getenv("ORDERS_KEY")),
		ParseOptions: []gojwt.ParserOption{gojwt.WithAudience("orders")},
	})
	if err != nil {
		panic(err)
	}
	r.Use(guard.MiddlewareFunc())
}
