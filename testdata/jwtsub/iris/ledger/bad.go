package ledger

import (
	"github.com/kataras/iris/v12"
	"go.mongodb.org/mongo-driver/v2/bson"
)

func (l *ledger) show(ctx iris.Context) {
	var b Booking
	filter := bson.D{{Key: "_id", Value: ctx.Params().Get("id")}} // want "jwtsub/unchecked-read"
	if err := l.bookings.FindOne(ctx, filter).Decode(&b); err != nil {
		ctx.NotFound()
		return
	}
	_ = ctx.JSON(b)
}

// edit has the caller in what it sets.
func (l *ledger) edit(ctx iris.Context) {
	id := ctx.Params().GetString("id") // want "jwtsub/unchecked-write"
	change := bson.M{"$set": bson.M{"text": ctx.URLParam("text"), "edited_by": subject(ctx)}}
	if _, err := l.bookings.UpdateByID(ctx, id, change); err != nil {
		ctx.StopWithError(iris.StatusInternalServerError, err)
	}
}

func (l *ledger) remove(ctx iris.Context) {
	if _, err := l.bookings.DeleteOne(ctx, bson.M{"_id": ctx.Params().Get("id")}); err != nil { // want "jwtsub/unchecked-write"
		ctx.StopWithError(iris.StatusInternalServerError, err)
	}
}
