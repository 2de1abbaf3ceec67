package events

import (
	"github.com/valyala/fasthttp"
	"go.mongodb.org/mongo-driver/v2/bson"
)

func (c *calendar) show(ctx *fasthttp.RequestCtx) {
	var e Event
	if err := c.events.FindOne(ctx, bson.M{"_id": ctx.UserValue("id")}).Decode(&e); err != nil { // want "jwtsub/unchecked-read"
		fail(ctx, err)
		return
	}
	answer(ctx, e)
}

func (c *calendar) remove(ctx *fasthttp.RequestCtx) {
	if _, err := c.events.DeleteOne(ctx, bson.D{{Key: "_id", Value: ctx.UserValue("id")}}); err != nil { // want "jwtsub/unchecked-write"
		fail(ctx, err)
	}
}
