// Package hertzjwt gives hertz's middleware keys that stand in the source.
package hertzjwt

import (
	"os"

	"github.com/cloudwego/hertz/pkg/app/server"
	gojwt "github.com/golang-jwt/jwt/v4"
	"github.com/hertz-contrib/jwt"
)

func attach(r *server.Hertz, guard *jwt.HertzJWTMiddleware, err error) {
	if err != nil {
		panic(err)
	}
	r.Use(guard.MiddlewareFunc())
}

// Vulnerable names the secret in the settings.
func Vulnerable(r *server.Hertz) {
	guard, err := jwt.New(&jwt.HertzJWTMiddleware{Key: []byte("hunter2")}) // want `\(jwtkey/hardcoded\)`
	attach(r, guard, err)
}

// Kept: the keyfunc returns the key.
func Kept(r *server.Hertz) {
	guard := &jwt.HertzJWTMiddleware{KeyFunc: func(*gojwt.Token) (any, error) {
		return []byte("of the keyfunc"), nil // want `\(jwtkey/hardcoded\)`
	}}
	attach(r, guard, guard.MiddlewareInit())
}

// Fallback is what counts where nobody sets the variable.
func Fallback(r *server.Hertz) {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "development" // want `\(jwtkey/default\)`
	}
	guard, err := jwt.New(&jwt.HertzJWTMiddleware{Key: []byte(key)})
	attach(r, guard, err)
}

// Unset is no key at all; the library only refuses nil.
func Unset(r *server.Hertz) {
	guard, err := jwt.New(&jwt.HertzJWTMiddleware{Key: []byte("")}) // want `\(jwtkey/empty\)`
	attach(r, guard, err)
}

// Corrected reads it from the environment.
func Corrected(r *server.Hertz) {
	guard, err := jwt.New(&jwt.HertzJWTMiddleware{Key: []byte(os.Getenv("ORDERS_KEY"))})
	attach(r, guard, err)
}
