package ledger

import (
	"github.com/kataras/iris/v12"
	"go.mongodb.org/mongo-driver/v2/bson"
)

func (l *ledger) showOwn(ctx iris.Context) {
	var b Booking
	filter := bson.D{{Key: "_id", Value: ctx.Params().Get("id")}, {Key: "user_id", Value: subject(ctx)}}
	if err := l.bookings.FindOne(ctx, filter).Decode(&b); err != nil {
		ctx.NotFound()
		return
	}
	_ = ctx.JSON(b)
}

// editOwn has the caller in the filter as well.
func (l *ledger) editOwn(ctx iris.Context) {
	filter := bson.M{"_id": ctx.Params().GetString("id"), "user_id": subject(ctx)}
	change := bson.M{"$set": bson.M{"text": ctx.URLParam("text"), "edited_by": subject(ctx)}}
	if _, err := l.bookings.UpdateOne(ctx, filter, change); err != nil {
		ctx.StopWithError(iris.StatusInternalServerError, err)
	}
}

// removeOwn deletes by a booking that has both.
func (l *ledger) removeOwn(ctx iris.Context) {
	type key struct {
		ID     string `bson:"_id"`
		UserID string `bson:"user_id"`
	}
	res, err := l.bookings.DeleteOne(ctx, key{ctx.Params().Get("id"), subject(ctx)})
	if err != nil || res.DeletedCount == 0 {
		ctx.NotFound()
	}
}
