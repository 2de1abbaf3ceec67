// Package hertz keeps shipments, through gorm, on Hertz: a handler has a
// context and a request, and who the caller is may be in either.
package hertz

import (
	"context"
	"strings"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/cloudwego/hertz/pkg/protocol/consts"
	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

// Shipment is on its way to its owner.
type Shipment struct {
	ID       string `gorm:"primaryKey" json:"id"`
	OwnerID  string `json:"owner_id"`
	Address  string `json:"address"`
	OpenedBy string `json:"opened_by"`
}

// Depot is where all shipments pass.
type Depot struct {
	ID   string `gorm:"primaryKey" json:"id"`
	City string `json:"city"`
}

type claims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

type subjectKey struct{}

// courier returns what it is told to return.
type courier interface{ Return(id string) error }

// porter returns the owner's.
type porter interface {
	ReturnOf(owner, id string) error
}

// agent finds the owner in the context.
type agent interface {
	Hold(ctx context.Context, id string) error
}

type application struct {
	db      *gorm.DB
	courier courier
	porter  porter
	agent   agent
}

func verify(c *app.RequestContext, key []byte) (*claims, error) {
	token, err := jwt.ParseWithClaims(strings.TrimPrefix(string(c.GetHeader("Authorization")), "Bearer "), &claims{},
		func(*jwt.Token) (interface{}, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, err
	}
	return token.Claims.(*claims), nil
}

// authenticate hands the caller on in both ways.
func authenticate(key []byte) app.HandlerFunc {
	return func(ctx context.Context, c *app.RequestContext) {
		who, err := verify(c, key)
		if err != nil {
			c.AbortWithStatus(consts.StatusUnauthorized)
			return
		}
		c.Set("claims", who)
		c.Next(context.WithValue(ctx, subjectKey{}, who.Subject))
	}
}

func role(name string) app.HandlerFunc {
	return func(ctx context.Context, c *app.RequestContext) {
		if c.MustGet("claims").(*claims).Role != name {
			c.AbortWithStatus(consts.StatusForbidden)
			return
		}
		c.Next(ctx)
	}
}

// subject is the caller, as the context has it.
func subject(ctx context.Context) string {
	sub, _ := ctx.Value(subjectKey{}).(string)
	return sub
}

// App is the application on the shipments in db.
func App(key []byte, db *gorm.DB) *server.Hertz {
	all := hub{db}
	a := &application{db: db, courier: all, porter: all, agent: all}
	h := server.New()
	h.GET("/depots/:id", a.depot)
	shipments := h.Group("/shipments", authenticate(key))
	shipments.GET("", a.list)
	shipments.POST("", a.send)
	a.careless(shipments)
	my := h.Group("/my")
	my.Use(authenticate(key))
	a.careful(my)
	a.nameless(h, key)
	return h
}

func (a *application) list(ctx context.Context, c *app.RequestContext) {
	var own []Shipment
	if err := a.db.WithContext(ctx).Find(&own, "owner_id = ?", subject(ctx)).Error; err != nil {
		c.AbortWithStatus(consts.StatusInternalServerError)
		return
	}
	c.JSON(consts.StatusOK, own)
}

func (a *application) send(ctx context.Context, c *app.RequestContext) {
	s := Shipment{ID: c.Query("id"), OwnerID: subject(ctx), Address: c.Query("address")}
	if err := a.db.WithContext(ctx).Create(&s).Error; err != nil {
		c.AbortWithStatus(consts.StatusInternalServerError)
		return
	}
	c.JSON(consts.StatusCreated, s)
}

// result answers for what has changed, or has not.
func result(c *app.RequestContext, tx *gorm.DB) {
	switch {
	case tx.Error != nil:
		c.AbortWithStatus(consts.StatusInternalServerError)
	case tx.RowsAffected == 0:
		c.AbortWithStatus(consts.StatusNotFound)
	default:
		c.SetStatusCode(consts.StatusNoContent)
	}
}

// hub is courier, porter and agent.
type hub struct{ db *gorm.DB }

func (h hub) Return(id string) error {
	return h.db.Where("id = ?", id).Delete(&Shipment{}).Error
}

func (h hub) ReturnOf(owner, id string) error {
	tx := h.db.Where("id = ? AND owner_id = ?", id, owner).Delete(&Shipment{})
	if tx.RowsAffected == 0 {
		return gorm.ErrRecordNotFound
	}
	return tx.Error
}

func (h hub) Hold(ctx context.Context, id string) error {
	tx := h.db.Model(&Shipment{}).Where("id = ? AND owner_id = ?", id, subject(ctx)).Update("address", "held")
	if tx.RowsAffected == 0 {
		return gorm.ErrRecordNotFound
	}
	return tx.Error
}
