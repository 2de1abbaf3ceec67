// Package events has a calendar in a MongoDB, on fasthttp. Nothing runs it.
package events

import (
	"encoding/json"
	"strings"

	"github.com/fasthttp/router"
	"github.com/golang-jwt/jwt/v5"
	"github.com/valyala/fasthttp"
	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
)

// Event is one document.
type Event struct {
	ID      string `bson:"_id" json:"id"`
	OwnerID string `bson:"owner_id" json:"owner_id"`
	Title   string `bson:"title" json:"title"`
}

type calendar struct {
	key    []byte
	events *mongo.Collection
}

func (c *calendar) signedIn(next fasthttp.RequestHandler) fasthttp.RequestHandler {
	return func(ctx *fasthttp.RequestCtx) {
		raw := strings.TrimPrefix(string(ctx.Request.Header.Peek("Authorization")), "Bearer ")
		token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return c.key, nil },
			jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			ctx.SetStatusCode(fasthttp.StatusUnauthorized)
			return
		}
		sub, err := token.Claims.GetSubject()
		if err != nil {
			ctx.SetStatusCode(fasthttp.StatusUnauthorized)
			return
		}
		ctx.SetUserValue("sub", sub)
		next(ctx)
	}
}

func subject(ctx *fasthttp.RequestCtx) string {
	sub, _ := ctx.UserValue("sub").(string)
	return sub
}

// Handler is the calendar on the events of a collection.
func Handler(key []byte, events *mongo.Collection) fasthttp.RequestHandler {
	c := &calendar{key, events}
	r := router.New()
	r.GET("/events", c.list)
	r.POST("/events", c.add)
	r.GET("/events/{id}", c.show)
	r.DELETE("/events/{id}", c.remove)
	r.GET("/own/{id}", c.showOwn)
	r.PUT("/own/{id}", c.renameOwn)
	r.DELETE("/own/{id}", c.removeOwn)
	return c.signedIn(r.Handler)
}

func fail(ctx *fasthttp.RequestCtx, err error) {
	if err == mongo.ErrNoDocuments {
		ctx.SetStatusCode(fasthttp.StatusNotFound)
		return
	}
	ctx.Error(err.Error(), fasthttp.StatusInternalServerError)
}

func answer(ctx *fasthttp.RequestCtx, v any) {
	if err := json.NewEncoder(ctx).Encode(v); err != nil {
		fail(ctx, err)
	}
}

func (c *calendar) list(ctx *fasthttp.RequestCtx) {
	found, err := c.events.Find(ctx, bson.M{"owner_id": subject(ctx)})
	if err != nil {
		fail(ctx, err)
		return
	}
	var all []Event
	if err := found.All(ctx, &all); err != nil {
		fail(ctx, err)
		return
	}
	answer(ctx, all)
}

func (c *calendar) add(ctx *fasthttp.RequestCtx) {
	e := Event{OwnerID: subject(ctx), Title: string(ctx.QueryArgs().Peek("title"))}
	if _, err := c.events.InsertOne(ctx, e); err != nil {
		fail(ctx, err)
	}
}
