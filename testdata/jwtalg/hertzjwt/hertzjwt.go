// Package hertzjwt takes the check of the algorithm away that hertz's middleware
// makes by itself.
package hertzjwt

import (
	"crypto/rsa"
	"errors"
	"os"

	"github.com/cloudwego/hertz/pkg/app/server"
	gojwt "github.com/golang-jwt/jwt/v4"
	"github.com/hertz-contrib/jwt"
)

func secret(*gojwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

func attach(r *server.Hertz, guard *jwt.HertzJWTMiddleware, err error) {
	if err != nil {
		panic(err)
	}
	r.Use(guard.MiddlewareFunc())
}

// Vulnerable: with a keyfunc, SigningAlgorithm counts for nothing.
func Vulnerable(r *server.Hertz) {
	guard, err := jwt.New(&jwt.HertzJWTMiddleware{ // want `algorithm is not pinned .*refuse other methods in KeyFunc \(jwtalg/unpinned\)`
		SigningAlgorithm: "HS256",
		KeyFunc:          secret,
	})
	attach(r, guard, err)
}

// Initialised by the method instead of New, with a public key.
func Initialised(r *server.Hertz, public *rsa.PublicKey) {
	guard := new(jwt.HertzJWTMiddleware)
	guard.KeyFunc = func(*gojwt.Token) (any, error) { return public, nil }
	attach(r, guard, guard.MiddlewareInit()) // want `an \*rsa.PublicKey works with any RS\* or PS\* method.*\(jwtalg/unpinned\)`
}

// Deny only refuses unsigned tokens.
func Deny(r *server.Hertz) {
	guard, err := jwt.New(&jwt.HertzJWTMiddleware{ // want `\(jwtalg/none\)`
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
func Unsigned(r *server.Hertz) {
	guard, err := jwt.New(&jwt.HertzJWTMiddleware{ // want `\(jwtalg/none\)`
		KeyFunc: func(*gojwt.Token) (any, error) { return gojwt.UnsafeAllowNoneSignatureType, nil },
	})
	attach(r, guard, err)
}
