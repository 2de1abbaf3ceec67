// Package archive keeps letters in a MongoDB. Nothing runs it.
package archive

import (
	"errors"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
)

// Letter is one document.
type Letter struct {
	ID      bson.ObjectID `bson:"_id,omitempty" json:"id"`
	OwnerID string        `bson:"owner_id" json:"owner_id"`
	Text    string        `bson:"text" json:"text"`
	ReadBy  string        `bson:"read_by" json:"read_by"`
}

// Claims are what the tokens say.
type Claims struct {
	UserID string `json:"user_id"`
	jwt.RegisteredClaims
}

type archive struct{ letters *mongo.Collection }

func guard(key []byte) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			_, raw, _ := strings.Cut(c.Request().Header.Get("Authorization"), " ")
			token, err := jwt.ParseWithClaims(raw, &Claims{}, func(*jwt.Token) (any, error) { return key, nil },
				jwt.WithValidMethods([]string{"HS256"}))
			if err != nil {
				return echo.ErrUnauthorized
			}
			claims, ok := token.Claims.(*Claims)
			if !ok {
				return echo.ErrUnauthorized
			}
			c.Set("claims", claims)
			return next(c)
		}
	}
}

// userID is the caller's.
func userID(c echo.Context) string { return c.Get("claims").(*Claims).UserID }

// letterID is the path's.
func letterID(c echo.Context) (bson.ObjectID, error) { return bson.ObjectIDFromHex(c.Param("id")) }

// Register adds the archive to an application.
func Register(e *echo.Echo, key []byte, letters *mongo.Collection) {
	a := &archive{letters}
	g := e.Group("/letters", guard(key))
	g.GET("", a.list)
	g.POST("", a.write)

	g.GET("/:id", a.read)
	g.PUT("/:id", a.rewrite)
	g.DELETE("/:id", a.burn)
	g.POST("/:id/read", a.markRead)

	own := g.Group("/own")
	own.GET("/:id", a.readOwn)
	own.GET("/:id/text", a.textOwn)
	own.PUT("/:id", a.rewriteOwn)
	own.DELETE("/:id", a.burnOwn)
	own.POST("/:id/read", a.markReadOwn)
	own.POST("/latest/:count", a.readLatest)
}

func (a *archive) list(c echo.Context) error {
	ctx := c.Request().Context()
	found, err := a.letters.Find(ctx, bson.M{"owner_id": userID(c)})
	if err != nil {
		return err
	}
	var all []Letter
	if err := found.All(ctx, &all); err != nil {
		return err
	}
	return c.JSON(http.StatusOK, all)
}

func (a *archive) write(c echo.Context) error {
	var l Letter
	if err := c.Bind(&l); err != nil {
		return err
	}
	l.OwnerID = userID(c)
	if _, err := a.letters.InsertOne(c.Request().Context(), l); err != nil {
		return err
	}
	return c.JSON(http.StatusCreated, l)
}

func none(err error) error {
	if errors.Is(err, mongo.ErrNoDocuments) {
		return echo.ErrNotFound
	}
	return err
}
