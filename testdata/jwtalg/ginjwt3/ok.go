package ginjwt3

import (
	"errors"
	"os"

	jwt "github.com/appleboy/gin-jwt/v3"
	"github.com/gin-gonic/gin"
	gojwt "github.com/golang-jwt/jwt/v5"
)

// Corrected leaves the check to the middleware, which takes HS256 only.
func Corrected(r *gin.Engine) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{Key: []byte(os.Getenv("ORDERS_KEY"))})
	attach(r, guard, err)
}

// Checking keyfunc.
func Checking(r *gin.Engine) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{
		KeyFunc: func(token *gojwt.Token) (any, error) {
			if token.Method != gojwt.SigningMethodHS256 {
				return nil, errors.New("unexpected method")
			}
			return []byte(os.Getenv("ORDERS_KEY")), nil
		},
	})
	attach(r, guard, err)
}

// Listed: the parser has a list of methods, whatever the keyfunc does.
func Listed(r *gin.Engine) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{
		KeyFunc:      secret,
		ParseOptions: []gojwt.ParserOption{gojwt.WithValidMethods([]string{"HS256"})},
	})
	attach(r, guard, err)
}

func pin(guard *jwt.GinJWTMiddleware) {
	guard.ParseOptions = append(guard.ParseOptions, gojwt.WithValidMethods([]string{"HS256"}))
}

// Filled: a function that is given the settings adds the list.
func Filled(r *gin.Engine) {
	guard := &jwt.GinJWTMiddleware{KeyFunc: secret}
	pin(guard)
	attach(r, guard, guard.MiddlewareInit())
}
