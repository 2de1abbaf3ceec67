// Package ginjwt3 guards routes with gin-jwt's third major, which checks no
// audience.
package ginjwt3

import (
	"net/http"
	"os"

	jwt "github.com/appleboy/gin-jwt/v3"
	"github.com/gin-gonic/gin"
)

// Vulnerable lets tokens for any service of the issuer in.
func Vulnerable(r *gin.Engine) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{ // want `without checking its audience .*add jwt.WithAudience to ParseOptions \(jwtaud/missing\)`
		Key:             []byte(os.Getenv("ORDERS_KEY")),
		IdentityHandler: func(c *gin.Context) any { return jwt.ExtractClaims(c)["sub"] },
		Authorizer:      func(_ *gin.Context, who any) bool { return who != nil },
	})
	if err != nil {
		panic(err)
	}
	r.Use(guard.MiddlewareFunc())
	r.GET("/", func(c *gin.Context) { c.String(http.StatusOK, "%v", jwt.ExtractClaims(c)["sub"]) })
}

// Hooked: what the hook does is not in view.
func Hooked(r *gin.Engine, hook func(*gin.Context, any) bool) error {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{Key: []byte(os.Getenv("ORDERS_KEY")), Authorizer: hook})
	if err != nil {
		return err
	}
	r.Use(guard.MiddlewareFunc())
	return nil
}

// New is made for other packages: they are asked.
func New() (*jwt.GinJWTMiddleware, error) {
	return jwt.New(&jwt.GinJWTMiddleware{Key: []byte(os.Getenv("ORDERS_KEY"))})
}
