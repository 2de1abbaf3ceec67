// Package checked compares the audience in the middleware's authorizator.
package checked

import (
	"context"
	"os"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/hertz-contrib/jwt"
)

// Corrected refuses tokens for others.
func Corrected(r *server.Hertz) {
	guard, err := jwt.New(&jwt.HertzJWTMiddleware{
		Key:          []byte(os.Getenv("ORDERS_KEY")),
		Authorizator: ours,
	})
	if err != nil {
		panic(err)
	}
	r.Use(guard.MiddlewareFunc())
}

func ours(_ any, ctx context.Context, c *app.RequestContext) bool {
	audience, ok := jwt.ExtractClaims(ctx, c)["aud"].(string)
	return ok && audience == "orders"
}
