// Package ginjwt takes gin-jwt's own check of the algorithm away.
package ginjwt

import (
	"os"

	jwt "github.com/appleboy/gin-jwt/v2"
	"github.com/gin-gonic/gin"
	gojwt "github.com/golang-jwt/jwt/v4"
)

func secret(*gojwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

// Vulnerable: with a keyfunc, SigningAlgorithm counts for nothing.
func Vulnerable(r *gin.Engine) {
	mw, err := jwt.New(&jwt.GinJWTMiddleware{ // want `algorithm is not pinned .*refuse other methods in KeyFunc \(jwtalg/unpinned\)`
		SigningAlgorithm: "HS256",
		KeyFunc:          secret,
	})
	if err != nil {
		panic(err)
	}
	r.Use(mw.MiddlewareFunc())
}

// Initialised by the method instead of New.
func Initialised(r *gin.Engine) error {
	mw := &jwt.GinJWTMiddleware{Realm: "orders"}
	mw.KeyFunc = secret
	if err := mw.MiddlewareInit(); err != nil { // want `\(jwtalg/unpinned\)`
		return err
	}
	r.Use(mw.MiddlewareFunc())
	return nil
}

func params() *jwt.GinJWTMiddleware { return &jwt.GinJWTMiddleware{KeyFunc: secret} }

// Params come from a function.
func Params(r *gin.Engine) error {
	mw, err := jwt.New(params()) // want `\(jwtalg/unpinned\)`
	if err != nil {
		return err
	}
	r.Use(mw.MiddlewareFunc())
	return nil
}
