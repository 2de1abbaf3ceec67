package hertz

import (
	"context"
	"strings"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/cloudwego/hertz/pkg/common/hlog"
	"github.com/cloudwego/hertz/pkg/common/utils"
	"github.com/cloudwego/hertz/pkg/protocol/consts"
	"github.com/cloudwego/hertz/pkg/route"
	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

func (a *application) careless(r *route.RouterGroup) {
	r.GET("/:id", a.show)
	r.PUT("/:id", a.redirect)
	r.PATCH("/:id", a.open)
	r.PUT("/:id/forward", a.forward)
	r.DELETE("/:id", a.giveBack)
	r.POST("/:id/lose", role("user"), a.lose)
	r.GET("/:id/address", address(a.db))
	r.GET("/of/:user_id", a.shipmentsOf)
	r.GET("/:id/peek", a.peek)
	r.DELETE("/:id/now", a.removeNow)
	r.DELETE("/:id/late", a.removeLate)
}

func (a *application) load(ctx context.Context, id string) (*Shipment, error) {
	var s Shipment
	err := a.db.WithContext(ctx).First(&s, "id = ?", id).Error
	return &s, err
}

func (a *application) show(ctx context.Context, c *app.RequestContext) {
	s, err := a.load(ctx, c.Param("id")) // want "jwtsub/unchecked-read"
	if err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
		return
	}
	c.JSON(consts.StatusOK, s)
}

type redirection struct {
	ID      string `path:"id"`
	OwnerID string `json:"-"`
	Address string `query:"address"`
}

// redirect binds the ID, and adds the caller for nobody.
func (a *application) redirect(ctx context.Context, c *app.RequestContext) {
	var in redirection
	if err := c.Bind(&in); err != nil {
		c.AbortWithStatus(consts.StatusBadRequest)
		return
	}
	in.OwnerID = subject(ctx)
	result(c, a.db.Model(&Shipment{}).Where("id = ?", in.ID).Update("address", in.Address)) // want "jwtsub/unchecked-write"
}

// forward has the caller among the new values, as the owner.
func (a *application) forward(_ context.Context, c *app.RequestContext) {
	data := Shipment{ID: c.Param("id"), OwnerID: c.MustGet("claims").(*claims).Subject, Address: c.Query("address")} // want "jwtsub/unchecked-write"
	result(c, a.update(&data))
}

func (a *application) update(data *Shipment) *gorm.DB {
	var row Shipment
	if tx := a.db.First(&row, "id = ?", data.ID); tx.Error != nil {
		return tx
	}
	return a.db.Model(&row).Updates(data)
}

// open says in the row who it was.
func (a *application) open(ctx context.Context, c *app.RequestContext) {
	s, err := a.load(ctx, c.Param("id")) // want "jwtsub/unchecked-write"
	if err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
		return
	}
	s.OpenedBy = subject(ctx)
	result(c, a.db.WithContext(ctx).Save(s))
}

func (a *application) giveBack(ctx context.Context, c *app.RequestContext) {
	id := c.Param("id") // want "jwtsub/unchecked-write"
	hlog.CtxInfof(ctx, "%s returns %s", subject(ctx), id)
	if err := a.courier.Return(id); err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
	}
}

// lose is for the role of all.
func (a *application) lose(ctx context.Context, c *app.RequestContext) {
	id := c.Param("id") // want "jwtsub/unchecked-write"
	if err := a.db.Model(&Shipment{}).Where("id = ?", id).Update("address", "lost").Error; err != nil {
		c.AbortWithStatus(consts.StatusInternalServerError)
		return
	}
	c.JSON(consts.StatusOK, utils.H{"lost": id, "by": subject(ctx)})
}

func address(db *gorm.DB) app.HandlerFunc {
	return func(ctx context.Context, c *app.RequestContext) {
		var s Shipment
		if err := db.WithContext(ctx).Where("id = ?", c.Param("id")).Take(&s).Error; err != nil { // want "jwtsub/unchecked-read"
			c.AbortWithStatus(consts.StatusNotFound)
			return
		}
		c.String(consts.StatusOK, s.Address)
	}
}

func (a *application) shipmentsOf(ctx context.Context, c *app.RequestContext) {
	var all []Shipment
	if err := a.db.WithContext(ctx).Find(&all, "owner_id = ?", c.Param("user_id")).Error; err != nil { // want "jwtsub/unchecked-read"
		c.AbortWithStatus(consts.StatusInternalServerError)
		return
	}
	c.JSON(consts.StatusOK, all)
}

// peek is reported to nobody in particular.
func (a *application) peek(ctx context.Context, c *app.RequestContext) {
	s, err := a.load(ctx, c.Param("id")) // want "jwtsub/ineffective"
	if err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
		return
	}
	if s.OwnerID != subject(ctx) {
		hlog.CtxWarnf(ctx, "%s peeks", subject(ctx))
	}
	c.JSON(consts.StatusOK, s)
}

// removeNow aborts, and does not return.
func (a *application) removeNow(ctx context.Context, c *app.RequestContext) {
	id := c.Param("id") // want "jwtsub/ineffective"
	if s, err := a.load(ctx, id); err == nil && s.OwnerID != subject(ctx) {
		c.AbortWithMsg("not your shipment", consts.StatusForbidden)
	}
	a.db.WithContext(ctx).Delete(&Shipment{}, "id = ?", id)
}

// removeLate returns when it is done.
func (a *application) removeLate(ctx context.Context, c *app.RequestContext) {
	id := c.Param("id") // want "jwtsub/ineffective"
	s, err := a.load(ctx, id)
	if err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
		return
	}
	result(c, a.db.WithContext(ctx).Delete(&Shipment{}, "id = ?", id))
	if s.OwnerID != subject(ctx) {
		c.AbortWithStatus(consts.StatusForbidden)
		return
	}
}

func (a *application) nameless(h *server.Hertz, key []byte) {
	r := h.Group("/valid", valid(key))
	r.GET("/shipments/:id", a.showNameless)
	r.DELETE("/shipments/:id", a.removeNameless)
}

// valid makes a context with the caller, and hands on the one without.
func valid(key []byte) app.HandlerFunc {
	return func(ctx context.Context, c *app.RequestContext) {
		var who jwt.RegisteredClaims
		raw := strings.TrimPrefix(c.Request.Header.Get("Authorization"), "Bearer ")
		_, err := jwt.ParseWithClaims(raw, &who, // want "jwtsub/no-identity"
			func(*jwt.Token) (interface{}, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(consts.StatusUnauthorized)
			return
		}
		known := context.WithValue(ctx, subjectKey{}, who.Subject)
		hlog.CtxDebugf(known, "signed in")
		c.Next(ctx)
	}
}

func (a *application) showNameless(ctx context.Context, c *app.RequestContext) {
	s, err := a.load(ctx, c.Param("id"))
	if err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
		return
	}
	c.JSON(consts.StatusOK, s)
}

func (a *application) removeNameless(ctx context.Context, c *app.RequestContext) {
	result(c, a.db.WithContext(ctx).Delete(&Shipment{}, "id = ?", c.Param("id")))
}
