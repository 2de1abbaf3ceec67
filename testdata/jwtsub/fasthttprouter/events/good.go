package events

import (
	"github.com/valyala/fasthttp"
	"go.mongodb.org/mongo-driver/v2/bson"
)

// own selects one event of the caller's.
func own(ctx *fasthttp.RequestCtx) bson.M {
	return bson.M{"_id": ctx.UserValue("id"), "owner_id": subject(ctx)}
}

func (c *calendar) showOwn(ctx *fasthttp.RequestCtx) {
	var e Event
	if err := c.events.FindOne(ctx, own(ctx)).Decode(&e); err != nil {
		fail(ctx, err)
		return
	}
	answer(ctx, e)
}

func (c *calendar) renameOwn(ctx *fasthttp.RequestCtx) {
	title := bson.M{"$set": bson.M{"title": string(ctx.QueryArgs().Peek("title"))}}
	if _, err := c.events.UpdateOne(ctx, own(ctx), title); err != nil {
		fail(ctx, err)
	}
}

func (c *calendar) removeOwn(ctx *fasthttp.RequestCtx) {
	filter := bson.D{{Key: "_id", Value: ctx.UserValue("id")}, {Key: "owner_id", Value: subject(ctx)}}
	if _, err := c.events.DeleteOne(ctx, filter); err != nil {
		fail(ctx, err)
	}
}
