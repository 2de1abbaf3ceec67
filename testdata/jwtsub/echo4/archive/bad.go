package archive

import (
	"net/http"

	"github.com/labstack/echo/v4"
	"go.mongodb.org/mongo-driver/v2/bson"
)

func (a *archive) read(c echo.Context) error {
	id, err := letterID(c) // want "jwtsub/unchecked-read"
	if err != nil {
		return echo.ErrNotFound
	}
	var l Letter
	if err := a.letters.FindOne(c.Request().Context(), bson.M{"_id": id}).Decode(&l); err != nil {
		return none(err)
	}
	return c.JSON(http.StatusOK, l)
}

func (a *archive) rewrite(c echo.Context) error {
	id, err := bson.ObjectIDFromHex(c.Param("id")) // want "jwtsub/unchecked-write"
	if err != nil {
		return echo.ErrNotFound
	}
	change := bson.D{{Key: "$set", Value: bson.D{{Key: "text", Value: c.FormValue("text")}}}}
	if _, err := a.letters.UpdateByID(c.Request().Context(), id, change); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

func (a *archive) burn(c echo.Context) error {
	id, err := letterID(c) // want "jwtsub/unchecked-write"
	if err != nil {
		return echo.ErrNotFound
	}
	if _, err := a.letters.DeleteOne(c.Request().Context(), bson.M{"_id": id}); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// markRead has the caller in what is set.
func (a *archive) markRead(c echo.Context) error {
	id, err := letterID(c) // want "jwtsub/unchecked-write"
	if err != nil {
		return echo.ErrNotFound
	}
	change := bson.M{"$set": bson.M{"read_by": userID(c)}}
	if _, err := a.letters.UpdateOne(c.Request().Context(), bson.M{"_id": id}, change); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}
