package archive

import (
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"
	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

// readOwn has both in the filter.
func (a *archive) readOwn(c echo.Context) error {
	id, err := letterID(c)
	if err != nil {
		return echo.ErrNotFound
	}
	var l Letter
	filter := bson.M{"_id": id, "owner_id": userID(c)}
	if err := a.letters.FindOne(c.Request().Context(), filter).Decode(&l); err != nil {
		return none(err)
	}
	return c.JSON(http.StatusOK, l)
}

// textOwn compares the letter's owner.
func (a *archive) textOwn(c echo.Context) error {
	id, err := letterID(c)
	if err != nil {
		return echo.ErrNotFound
	}
	var l Letter
	if err := a.letters.FindOne(c.Request().Context(), bson.M{"_id": id}).Decode(&l); err != nil {
		return none(err)
	}
	if l.OwnerID != userID(c) {
		return echo.ErrForbidden
	}
	return c.String(http.StatusOK, l.Text)
}

// mine is the filter for one letter of the caller's.
func mine(c echo.Context, id bson.ObjectID) bson.D {
	return bson.D{{Key: "_id", Value: id}, {Key: "owner_id", Value: userID(c)}}
}

func (a *archive) rewriteOwn(c echo.Context) error {
	id, err := letterID(c)
	if err != nil {
		return echo.ErrNotFound
	}
	change := bson.M{"$set": bson.M{"text": c.FormValue("text")}}
	res, err := a.letters.UpdateOne(c.Request().Context(), mine(c, id), change)
	if err != nil {
		return err
	}
	if res.MatchedCount == 0 {
		return echo.ErrNotFound
	}
	return c.NoContent(http.StatusNoContent)
}

// burnOwn adds to the filter.
func (a *archive) burnOwn(c echo.Context) error {
	id, err := letterID(c)
	if err != nil {
		return echo.ErrNotFound
	}
	filter := bson.M{"owner_id": userID(c)}
	filter["_id"] = id
	if _, err := a.letters.DeleteOne(c.Request().Context(), filter); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// markReadOwn finds and changes in one.
func (a *archive) markReadOwn(c echo.Context) error {
	id, err := letterID(c)
	if err != nil {
		return echo.ErrNotFound
	}
	var l Letter
	change := bson.M{"$set": bson.M{"read_by": userID(c)}}
	if err := a.letters.FindOneAndUpdate(c.Request().Context(), mine(c, id), change).Decode(&l); err != nil {
		return none(err)
	}
	return c.JSON(http.StatusOK, l)
}

// readLatest has the path say how many: an option is set, no letter.
func (a *archive) readLatest(c echo.Context) error {
	count, err := strconv.ParseInt(c.Param("count"), 10, 64)
	if err != nil {
		return echo.ErrBadRequest
	}
	some := options.Find()
	some.SetLimit(count)
	found, err := a.letters.Find(c.Request().Context(), bson.M{"owner_id": userID(c)}, some)
	if err != nil {
		return err
	}
	var all []Letter
	if err := found.All(c.Request().Context(), &all); err != nil {
		return err
	}
	return c.JSON(http.StatusOK, all)
}
