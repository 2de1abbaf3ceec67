package hertz

import (
	"context"
	"errors"

	"github.com/cloudwego/hertz/pkg/app"
	"github.com/cloudwego/hertz/pkg/common/hlog"
	"github.com/cloudwego/hertz/pkg/protocol/consts"
	"github.com/cloudwego/hertz/pkg/route"
	"gorm.io/gorm"
)

func (a *application) careful(r *route.RouterGroup) {
	r.GET("/owners/:id", a.self)
	r.GET("/shipments/:id", a.showOwn)
	r.PUT("/shipments/:id", a.redirectOwn)
	r.PATCH("/shipments/:id", a.openOwn)
	r.DELETE("/shipments/:id", a.giveBackOwn)
	r.POST("/shipments/:id/hold", a.hold)
	r.GET("/shipments/:id/address", a.addressOwn)
	r.GET("/shipments/:id/history", a.history)
	r.PUT("/shipments/:id/forward", a.forwardOwn)
	r.GET("/shipments/:id/scope", a.showScope)
	checked := r.Group("/checked/:id", a.owner)
	checked.GET("", a.showChecked)
	checked.DELETE("", a.removeChecked)
	r.DELETE("/admin/shipments/:id", role("admin"), a.removeAny)
	r.GET("/depots/:id", a.depot)
	r.POST("/shipments/:id/ping", ping)
}

func (a *application) self(ctx context.Context, c *app.RequestContext) {
	id := c.Param("id")
	if id != c.MustGet("claims").(*claims).Subject {
		c.AbortWithStatus(consts.StatusForbidden)
		return
	}
	var own []Shipment
	if err := a.db.WithContext(ctx).Find(&own, "owner_id = ?", id).Error; err != nil {
		c.AbortWithStatus(consts.StatusInternalServerError)
		return
	}
	c.JSON(consts.StatusOK, own)
}

func (a *application) showOwn(ctx context.Context, c *app.RequestContext) {
	s, err := a.load(ctx, c.Param("id"))
	if err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
		return
	}
	if s.OwnerID != subject(ctx) {
		c.AbortWithStatus(consts.StatusForbidden)
		return
	}
	c.JSON(consts.StatusOK, s)
}

// redirectOwn adds the caller for the query.
func (a *application) redirectOwn(ctx context.Context, c *app.RequestContext) {
	var in redirection
	if err := c.BindAndValidate(&in); err != nil {
		c.AbortWithStatus(consts.StatusBadRequest)
		return
	}
	in.OwnerID = subject(ctx)
	result(c, a.db.Model(&Shipment{}).Where("id = ? AND owner_id = ?", in.ID, in.OwnerID).Update("address", in.Address))
}

var errOwner = errors.New("not your shipment")

func (s *Shipment) open(by string) error {
	if s.OwnerID != by {
		return errOwner
	}
	s.OpenedBy = by
	return nil
}

// openOwn has the shipment refuse.
func (a *application) openOwn(ctx context.Context, c *app.RequestContext) {
	s, err := a.load(ctx, c.Param("id"))
	if err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
		return
	}
	if err := s.open(subject(ctx)); err != nil {
		c.AbortWithError(consts.StatusForbidden, err)
		return
	}
	result(c, a.db.WithContext(ctx).Save(s))
}

func (a *application) giveBackOwn(ctx context.Context, c *app.RequestContext) {
	if err := a.porter.ReturnOf(subject(ctx), c.Param("id")); err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
	}
}

func (a *application) hold(ctx context.Context, c *app.RequestContext) {
	if err := a.agent.Hold(ctx, c.Param("id")); err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
	}
}

// addressOwn asks by example.
func (a *application) addressOwn(ctx context.Context, c *app.RequestContext) {
	var s Shipment
	err := a.db.WithContext(ctx).Where(&Shipment{ID: c.Param("id"), OwnerID: subject(ctx)}).Take(&s).Error
	if err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
		return
	}
	c.String(consts.StatusOK, s.Address)
}

// history is for the owner and the administrator.
func (a *application) history(ctx context.Context, c *app.RequestContext) {
	s, err := a.load(ctx, c.Param("id"))
	if err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
		return
	}
	if who := c.MustGet("claims").(*claims); who.Role != "admin" && who.Subject != s.OwnerID {
		c.AbortWithStatus(consts.StatusForbidden)
		return
	}
	c.JSON(consts.StatusOK, []*Shipment{s})
}

// forwardOwn has the caller in the condition, too.
func (a *application) forwardOwn(ctx context.Context, c *app.RequestContext) {
	data := Shipment{ID: c.Param("id"), OwnerID: subject(ctx), Address: c.Query("address")}
	result(c, a.updateOwn(&data))
}

func (a *application) updateOwn(data *Shipment) *gorm.DB {
	return a.db.Model(&Shipment{}).Where("id = ? AND owner_id = ?", data.ID, data.OwnerID).Updates(data)
}

// ownedBy is a scope.
func ownedBy(owner string) func(*gorm.DB) *gorm.DB {
	return func(db *gorm.DB) *gorm.DB { return db.Where("owner_id = ?", owner) }
}

func (a *application) showScope(ctx context.Context, c *app.RequestContext) {
	var s Shipment
	if err := a.db.Scopes(ownedBy(subject(ctx))).Take(&s, "id = ?", c.Param("id")).Error; err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
		return
	}
	c.JSON(consts.StatusOK, s)
}

// owner stands before what does not ask.
func (a *application) owner(ctx context.Context, c *app.RequestContext) {
	if s, err := a.load(ctx, c.Param("id")); err != nil || s.OwnerID != subject(ctx) {
		c.AbortWithStatus(consts.StatusForbidden)
		return
	}
	c.Next(ctx)
}

func (a *application) showChecked(ctx context.Context, c *app.RequestContext) {
	s, err := a.load(ctx, c.Param("id"))
	if err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
		return
	}
	c.JSON(consts.StatusOK, s)
}

func (a *application) removeChecked(ctx context.Context, c *app.RequestContext) {
	result(c, a.db.WithContext(ctx).Delete(&Shipment{}, "id = ?", c.Param("id")))
}

func (a *application) removeAny(ctx context.Context, c *app.RequestContext) {
	result(c, a.db.WithContext(ctx).Delete(&Shipment{}, "id = ?", c.Param("id")))
}

// A depot is nobody's.
func (a *application) depot(ctx context.Context, c *app.RequestContext) {
	var d Depot
	if err := a.db.WithContext(ctx).First(&d, "id = ?", c.Param("id")).Error; err != nil {
		c.AbortWithStatus(consts.StatusNotFound)
		return
	}
	c.JSON(consts.StatusOK, d)
}

func ping(ctx context.Context, c *app.RequestContext) {
	hlog.CtxInfof(ctx, "%s waits for %s", subject(ctx), c.Param("id"))
	c.String(consts.StatusOK, c.Param("id"))
}
