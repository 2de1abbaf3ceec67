// Package ginjwt3 takes the check of the algorithm away that gin-jwt's third major
// makes by itself.
package ginjwt3

import (
	"crypto/rsa"
	"errors"
	"os"

	jwt "github.com/appleboy/gin-jwt/v3"
	"github.com/gin-gonic/gin"
	gojwt "github.com/golang-jwt/jwt/v5"
)

func secret(*gojwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

func attach(r *gin.Engine, guard *jwt.GinJWTMiddleware, err error) {
	if err != nil {
		panic(err)
	}
	r.Use(guard.MiddlewareFunc())
}

// Vulnerable: with a keyfunc, SigningAlgorithm counts for nothing.
func Vulnerable(r *gin.Engine) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{ // want `algorithm is not pinned .*refuse other methods in KeyFunc \(jwtalg/unpinned\)`
		SigningAlgorithm: "HS256",
		KeyFunc:          secret,
	})
	attach(r, guard, err)
}

// Initialised by the method instead of New, with a public key.
func Initialised(r *gin.Engine, public *rsa.PublicKey) {
	guard := new(jwt.GinJWTMiddleware)
	guard.KeyFunc = func(*gojwt.Token) (any, error) { return public, nil }
	attach(r, guard, guard.MiddlewareInit()) // want `an \*rsa.PublicKey works with any RS\* or PS\* method.*\(jwtalg/unpinned\)`
}

// Deny only refuses unsigned tokens.
func Deny(r *gin.Engine) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{ // want `\(jwtalg/none\)`
		KeyFunc: func(token *gojwt.Token) (any, error) {
			if token.Method.Alg() == "none" {
				return nil, errors.New("unsigned")
			}
			return []byte(os.Getenv("ORDERS_KEY")), nil
		},
	})
	attach(r, guard, err)
}

// Unsigned: the keyfunc returns what admits unsigned tokens.
func Unsigned(r *gin.Engine) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{ // want `\(jwtalg/none\)`
		KeyFunc: func(*gojwt.Token) (any, error) { return gojwt.UnsafeAllowNoneSignatureType, nil },
	})
	attach(r, guard, err)
}
