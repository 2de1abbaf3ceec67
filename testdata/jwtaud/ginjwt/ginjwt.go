// Package ginjwt guards routes with gin-jwt, which checks no audience.
package ginjwt

import (
	"net/http"
	"os"

	jwt "github.com/appleboy/gin-jwt/v2"
	"github.com/gin-gonic/gin"
)

// Vulnerable lets tokens for any service of the issuer in.
func Vulnerable(r *gin.Engine) {
	mw, err := jwt.New(&jwt.GinJWTMiddleware{ // want `without checking its audience .*check aud in Authorizator \(jwtaud/missing\)`
		Key: []byte(os.Getenv("ORDERS_KEY")),
		IdentityHandler: func(c *gin.Context) any {
			return jwt.ExtractClaims(c)["sub"]
		},
		Authorizator: func(data any, _ *gin.Context) bool { return data != nil },
	})
	if err != nil {
		panic(err)
	}
	r.Use(mw.MiddlewareFunc())
	r.GET("/", func(c *gin.Context) { c.String(http.StatusOK, "%v", jwt.ExtractClaims(c)["sub"]) })
}

// Hooked: what the hook does is not in view.
func Hooked(r *gin.Engine, hook func(any, *gin.Context) bool) error {
	mw, err := jwt.New(&jwt.GinJWTMiddleware{Key: []byte(os.Getenv("ORDERS_KEY")), Authorizator: hook})
	if err != nil {
		return err
	}
	r.Use(mw.MiddlewareFunc())
	return nil
}

// New is made for other packages: they are asked.
func New() (*jwt.GinJWTMiddleware, error) {
	return jwt.New(&jwt.GinJWTMiddleware{Key: []byte(os.Getenv("ORDERS_KEY"))})
}

// made is given a hook that is in view at each of its calls.
func made(hook func(any, *gin.Context) bool) *jwt.GinJWTMiddleware {
	mw, err := jwt.New(&jwt.GinJWTMiddleware{Key: []byte(os.Getenv("ORDERS_KEY")), Authorizator: hook}) // want `\(jwtaud/missing\)`
	if err != nil {
		panic(err)
	}
	return mw
}

// VulnerableMade hands hooks over.
func VulnerableMade(r *gin.Engine) {
	r.Use(made(nil).MiddlewareFunc())
	r.Use(made(known).MiddlewareFunc())
}

func known(data any, _ *gin.Context) bool { return data != nil }
