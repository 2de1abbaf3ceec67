// Package ginjwt gives gin-jwt keys that stand in the source.
package ginjwt

import (
	"os"

	jwt "github.com/appleboy/gin-jwt/v2"
	"github.com/gin-gonic/gin"
)

func attach(r *gin.Engine, mw *jwt.GinJWTMiddleware, err error) {
	if err != nil {
		panic(err)
	}
	r.Use(mw.MiddlewareFunc())
}

// Vulnerable names the secret in the settings.
func Vulnerable(r *gin.Engine) {
	mw, err := jwt.New(&jwt.GinJWTMiddleware{
		Realm: "orders",
		Key:   []byte("hunter2"), // want `\(jwtkey/hardcoded\)`
	})
	attach(r, mw, err)
}

func params() *jwt.GinJWTMiddleware {
	return &jwt.GinJWTMiddleware{Key: []byte("secret of the parameters")} // want `\(jwtkey/hardcoded\)`
}

// Params come from a function.
func Params(r *gin.Engine) {
	mw, err := jwt.New(params())
	attach(r, mw, err)
}

// Fallback is what counts where nobody sets the variable.
func Fallback(r *gin.Engine) {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "development" // want `\(jwtkey/default\)`
	}
	mw, err := jwt.New(&jwt.GinJWTMiddleware{Key: []byte(key)})
	attach(r, mw, err)
}

// Unset is no key at all; gin-jwt only refuses nil.
func Unset(r *gin.Engine) {
	mw, err := jwt.New(&jwt.GinJWTMiddleware{Key: []byte("")}) // want `\(jwtkey/empty\)`
	attach(r, mw, err)
}

// Corrected reads it from the environment.
func Corrected(r *gin.Engine) {
	mw, err := jwt.New(&jwt.GinJWTMiddleware{Key: []byte(os.Getenv("ORDERS_KEY"))})
	attach(r, mw, err)
}
