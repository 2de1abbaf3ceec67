// Package options has the parser compare the issuer.
package options

import (
	"os"

	jwt "github.com/appleboy/gin-jwt/v3"
	"github.com/gin-gonic/gin"
	gojwt "github.com/golang-jwt/jwt/v5"
)

// Corrected refuses tokens of others.
func Corrected(r *gin.Engine) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{
		Key:          []byte(os.Getenv("ORDERS_KEY")),
		ParseOptions: []gojwt.ParserOption{gojwt.WithIssuer("https://login.example")},
	})
	if err != nil {
		panic(err)
	}
	r.Use(guard.MiddlewareFunc())
}
