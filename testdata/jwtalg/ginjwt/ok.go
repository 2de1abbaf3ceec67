package ginjwt

import (
	"os"

	jwt "github.com/appleboy/gin-jwt/v2"
	"github.com/gin-gonic/gin"
	gojwt "github.com/golang-jwt/jwt/v4"
)

// Corrected leaves the check to gin-jwt, which takes HS256 only.
func Corrected(r *gin.Engine) {
	mw, err := jwt.New(&jwt.GinJWTMiddleware{Key: []byte(os.Getenv("ORDERS_KEY"))})
	if err != nil {
		panic(err)
	}
	r.Use(mw.MiddlewareFunc())
}

// Listed: the parser has a list of methods, whatever the keyfunc does.
func Listed(r *gin.Engine) error {
	mw, err := jwt.New(&jwt.GinJWTMiddleware{
		KeyFunc:      secret,
		ParseOptions: []gojwt.ParserOption{gojwt.WithValidMethods([]string{"HS256"})},
	})
	if err != nil {
		return err
	}
	r.Use(mw.MiddlewareFunc())
	return nil
}

// Again initialises what New has made: the settings are judged there.
func Again(mw *jwt.GinJWTMiddleware) error { return mw.MiddlewareInit() }
