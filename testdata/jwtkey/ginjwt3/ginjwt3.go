// Package ginjwt3 gives gin-jwt's third major keys that stand in the source.
package ginjwt3

import (
	_ "embed"
	"os"

	jwt "github.com/appleboy/gin-jwt/v3"
	"github.com/gin-gonic/gin"
	gojwt "github.com/golang-jwt/jwt/v5"
)

func attach(r *gin.Engine, guard *jwt.GinJWTMiddleware, err error) {
	if err != nil {
		panic(err)
	}
	r.Use(guard.MiddlewareFunc())
}

// Vulnerable names the secret in the settings.
func Vulnerable(r *gin.Engine) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{Key: []byte("hunter2")}) // want `\(jwtkey/hardcoded\)`
	attach(r, guard, err)
}

// Kept: the keyfunc returns the key.
func Kept(r *gin.Engine) {
	guard := &jwt.GinJWTMiddleware{KeyFunc: func(*gojwt.Token) (any, error) {
		return []byte("of the keyfunc"), nil // want `\(jwtkey/hardcoded\)`
	}}
	attach(r, guard, guard.MiddlewareInit())
}

// Fallback is what counts where nobody sets the variable.
func Fallback(r *gin.Engine) {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "development" // want `\(jwtkey/default\)`
	}
	guard, err := jwt.New(&jwt.GinJWTMiddleware{Key: []byte(key)})
	attach(r, guard, err)
}

// Unset is no key at all; the library only refuses nil.
func Unset(r *gin.Engine) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{Key: []byte("")}) // want `\(jwtkey/empty\)`
	attach(r, guard, err)
}

//go:embed signing.pem
var signing []byte // want `\(jwtkey/embedded\)`

// Embedded: the private key is in the binary.
func Embedded(r *gin.Engine, public []byte) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{SigningAlgorithm: "RS256", PrivKeyBytes: signing, PubKeyBytes: public})
	attach(r, guard, err)
}

// Corrected reads it from the environment.
func Corrected(r *gin.Engine) {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{Key: []byte(os.Getenv("ORDERS_KEY"))})
	attach(r, guard, err)
}
