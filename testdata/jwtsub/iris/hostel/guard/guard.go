// Package guard stands at the door, and knows who has come in.
package guard

import (
	"context"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kataras/iris/v12"
)

type guestKey struct{}

// Guest is who asks.
func Guest(ctx context.Context) string {
	name, _ := ctx.Value(guestKey{}).(string)
	return name
}

// Attach has the application ask everybody for a token.
func Attach(app *iris.Application, key []byte) {
	app.Use(func(ctx iris.Context) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(ctx.GetHeader("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			ctx.StopWithStatus(iris.StatusUnauthorized)
			return
		}
		r := ctx.Request()
		ctx.ResetRequest(r.WithContext(context.WithValue(r.Context(), guestKey{}, claims.Subject)))
		ctx.Next()
	})
}

// Person is somebody who has an account.
type Person struct {
	Name string
	Kind string
}

// People are all of them.
type People map[string]Person

// Lookup finds one.
func (p People) Lookup(name string) (Person, bool) {
	found, ok := p[name]
	return found, ok
}
