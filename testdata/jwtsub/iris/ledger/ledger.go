// Package ledger has bookings in a MongoDB. Nothing runs it.
package ledger

import (
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/kataras/iris/v12"
	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
)

// Booking is one document.
type Booking struct {
	ID       string `bson:"_id" json:"id"`
	UserID   string `bson:"user_id" json:"user_id"`
	Text     string `bson:"text" json:"text"`
	EditedBy string `bson:"edited_by" json:"edited_by"`
}

type ledger struct{ bookings *mongo.Collection }

func authenticate(key []byte) iris.Handler {
	return func(ctx iris.Context) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(ctx.GetHeader("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			ctx.StopWithStatus(iris.StatusUnauthorized)
			return
		}
		ctx.Values().Set("claims", &claims)
		ctx.Next()
	}
}

func subject(ctx iris.Context) string {
	return ctx.Values().Get("claims").(*jwt.RegisteredClaims).Subject
}

// Register adds the ledger to an application.
func Register(app *iris.Application, key []byte, bookings *mongo.Collection) {
	l := &ledger{bookings}
	p := app.Party("/bookings")
	p.Use(authenticate(key))
	p.Get("/", l.list)
	p.Post("/", l.book)
	p.Get("/{id}", l.show)
	p.Put("/{id}", l.edit)
	p.Delete("/{id}", l.remove)
	p.Get("/own/{id}", l.showOwn)
	p.Put("/own/{id}", l.editOwn)
	p.Delete("/own/{id}", l.removeOwn)
}

func (l *ledger) list(ctx iris.Context) {
	var all []Booking
	found, err := l.bookings.Find(ctx, bson.M{"user_id": subject(ctx)})
	if err != nil || found.All(ctx, &all) != nil {
		ctx.StopWithStatus(iris.StatusInternalServerError)
		return
	}
	_ = ctx.JSON(all)
}

func (l *ledger) book(ctx iris.Context) {
	var b Booking
	if err := ctx.ReadJSON(&b); err != nil {
		ctx.StopWithError(iris.StatusBadRequest, err)
		return
	}
	b.UserID = subject(ctx)
	if _, err := l.bookings.InsertOne(ctx, b); err != nil {
		ctx.StopWithError(iris.StatusInternalServerError, err)
	}
}
