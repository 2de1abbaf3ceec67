// Package hertzjwt guards routes with hertz's middleware, which checks no
// audience.
package hertzjwt

import (
	"context"
	"os"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/cloudwego/hertz/pkg/protocol/consts"
	"github.com/hertz-contrib/jwt"
)

// Vulnerable lets tokens for any service of the issuer in.
func Vulnerable(r *server.Hertz) {
	guard, err := jwt.New(&jwt.HertzJWTMiddleware{ // want `without checking its audience .*check aud in Authorizator \(jwtaud/missing\)`
		Key:             []byte(os.Getenv("ORDERS_KEY")),
		IdentityHandler: func(ctx context.Context, c *app.RequestContext) any { return jwt.ExtractClaims(ctx, c)["sub"] },
		Authorizator:    func(who any, _ context.Context, _ *app.RequestContext) bool { return who != nil },
	})
	if err != nil {
		panic(err)
	}
	r.Use(guard.MiddlewareFunc())
	r.GET("/", func(ctx context.Context, c *app.RequestContext) {
		c.String(consts.StatusOK, "%v", jwt.ExtractClaims(ctx, c)["sub"])
	})
}

// Hooked: what the hook does is not in view.
func Hooked(r *server.Hertz, hook func(any, context.Context, *app.RequestContext) bool) error {
	guard, err := jwt.New(&jwt.HertzJWTMiddleware{Key: []byte(os.Getenv("ORDERS_KEY")), Authorizator: hook})
	if err != nil {
		return err
	}
	r.Use(guard.MiddlewareFunc())
	return nil
}

// New is made for other packages: they are asked.
func New() (*jwt.HertzJWTMiddleware, error) {
	return jwt.New(&jwt.HertzJWTMiddleware{Key: []byte(os.Getenv("ORDERS_KEY"))})
}
