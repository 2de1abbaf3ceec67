// Package atelier keeps casts. A helper reads their number and calls what it is
// given.
package atelier

import (
	"context"
	"errors"
	"strings"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/cloudwego/hertz/pkg/protocol/consts"
	"github.com/golang-jwt/jwt/v5"
)

var errNone = errors.New("no such cast")

type cast struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Metal   string `json:"metal"`
}

type atelier struct{ casts map[string]cast }

type ownerKey struct{}

func owner(ctx context.Context) string {
	name, _ := ctx.Value(ownerKey{}).(string)
	return name
}

func authenticate(key []byte) app.HandlerFunc {
	return func(ctx context.Context, c *app.RequestContext) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(string(c.GetHeader("Authorization")), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(consts.StatusUnauthorized)
			return
		}
		c.Next(context.WithValue(ctx, ownerKey{}, claims.Subject))
	}
}

// withID calls do with the ID and answers for it.
func withID(ctx context.Context, c *app.RequestContext, do func(ctx context.Context, id string) (any, error)) {
	found, err := do(ctx, c.Param("id"))
	if err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
		return
	}
	c.JSON(consts.StatusOK, found)
}

// App is the whole application.
func App(key []byte) *server.Hertz {
	a := &atelier{map[string]cast{"c1": {"c1", "alice", "bronze"}, "c2": {"c2", "bob", "gold"}}}
	h := server.New()
	h.Use(authenticate(key))
	h.GET("/casts", a.list)
	h.POST("/casts", a.pour)
	h.GET("/casts/:id", a.show)
	h.DELETE("/casts/:id", a.melt)
	h.GET("/own/casts/:id", a.showOwn)
	h.DELETE("/own/casts/:id", a.meltOwn)
	return h
}

func (a *atelier) list(ctx context.Context, c *app.RequestContext) {
	own := []cast{}
	for _, k := range a.casts {
		if k.OwnerID == owner(ctx) {
			own = append(own, k)
		}
	}
	c.JSON(consts.StatusOK, own)
}

func (a *atelier) pour(ctx context.Context, c *app.RequestContext) {
	k := cast{ID: c.Query("id"), OwnerID: owner(ctx), Metal: c.Query("metal")}
	a.casts[k.ID] = k
	c.JSON(consts.StatusCreated, k)
}
