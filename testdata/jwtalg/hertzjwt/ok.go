package hertzjwt

import (
	"errors"
	"os"

	"github.com/cloudwego/hertz/pkg/app/server"
	gojwt "github.com/golang-jwt/jwt/v4"
	"github.com/hertz-contrib/jwt"
)

// Corrected leaves the check to the middleware, which takes HS256 only.
func Corrected(r *server.Hertz) {
	guard, err := jwt.New(&jwt.HertzJWTMiddleware{Key: []byte(os.Getenv("ORDERS_KEY"))})
	attach(r, guard, err)
}

// Checking keyfunc.
func Checking(r *server.Hertz) {
	guard, err := jwt.New(&jwt.HertzJWTMiddleware{
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
func Listed(r *server.Hertz) {
	guard, err := jwt.New(&jwt.HertzJWTMiddleware{
		KeyFunc:      secret,
		ParseOptions: []gojwt.ParserOption{gojwt.WithValidMethods([]string{"HS256"})},
	})
	attach(r, guard, err)
}
