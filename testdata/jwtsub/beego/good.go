package beego

import (
	"log"
	"net/http"
	"strconv"

	"github.com/beego/beego/v2/server/web"
	beecontext "github.com/beego/beego/v2/server/web/context"
)

// OwnController has the methods that routes without a mapping look for.
type OwnController struct {
	RepairController
}

// CheckedController looks before any of its methods runs.
type CheckedController struct {
	RepairController
}

func careful(key []byte, repairs *RepairController) {
	checked := &CheckedController{*repairs}
	web.AddNamespace(web.NewNamespace("/my",
		web.NSBefore(authenticate(key)),
		web.NSRouter("/customers/:id", repairs, "get:Self"),
		web.NSRouter("/repairs/:id:int", &OwnController{*repairs}),
		web.NSRouter("/repairs/:id/fault", repairs, "get:FaultOwn;put:DescribeOwn"),
		web.NSRouter("/repairs/:id/park", repairs, "post:ParkOwn"),
		web.NSRouter("/repairs/:id/history", repairs, "get:History"),
		web.NSRouter("/repairs/:id/close", repairs, "post:CloseAny"),
		web.NSRouter("/repairs/:id/ping", repairs, "post:Ping"),
		web.NSRouter("/prepared/:id", checked, "get:ShowChecked;delete:RemoveChecked"),
		web.NSGet("/repairs/:id/slip", slipOwn(repairs.Shop)),
		web.NSNamespace("/filtered",
			web.NSBefore(owner(repairs.Shop)),
			web.NSRouter("/:id", repairs, "get:ShowFiltered;delete:RemoveFiltered")),
	))
	web.AddNamespace(web.NewNamespace("/admin",
		web.NSBefore(authenticate(key), role("admin")),
		web.NSRouter("/repairs/:id", repairs, "delete:RemoveAny")))
}

// Self is for the customer in the path.
func (c *RepairController) Self() {
	id := c.GetString(":id")
	if id != user(c.Ctx) {
		c.CustomAbort(http.StatusForbidden, "not you")
		return
	}
	c.answer(c.Shop.of(id))
}

// Get compares what is loaded; CustomAbort does not come back.
func (c *OwnController) Get() {
	id, _ := c.GetInt64(":id")
	r, err := c.Shop.find(id)
	if err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
	}
	if r.CustomerID != user(c.Ctx) {
		c.CustomAbort(http.StatusForbidden, errOther.Error())
	}
	c.answer(r)
}

// mayTouch is the comparison, with an answer for strangers.
func (c *RepairController) mayTouch(r Repair) bool {
	if r.CustomerID != user(c.Ctx) {
		c.Ctx.Output.SetStatus(http.StatusForbidden)
		return false
	}
	return true
}

// Patch has a helper compare, and goes by what it says.
func (c *OwnController) Patch() {
	id, _ := c.GetInt64(":id")
	r, err := c.Shop.find(id)
	if err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
		return
	}
	if !c.mayTouch(r) {
		return
	}
	r.SignedBy = user(c.Ctx)
	c.Shop.save(r)
}

// Delete has the comparison two calls away.
func (c *OwnController) Delete() {
	id, err := strconv.ParseInt(c.GetString(":id"), 10, 64)
	if err != nil {
		c.CustomAbort(http.StatusBadRequest, "no number")
		return
	}
	if err := c.Desk.handBackTo(user(c.Ctx), id); err != nil {
		c.CustomAbort(http.StatusForbidden, err.Error())
	}
}

// FaultOwn looks up by both.
func (c *RepairController) FaultOwn() {
	id, _ := strconv.ParseInt(c.Ctx.Input.Param(":id"), 10, 64)
	r, err := c.Shop.findOf(user(c.Ctx), id)
	if err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
		return
	}
	c.answer(map[string]string{"fault": r.Fault})
}

// DescribeOwn writes by both.
func (c *RepairController) DescribeOwn() {
	id, _ := c.GetInt64(":id")
	if err := c.Shop.describeOf(user(c.Ctx), id, c.GetString("fault")); err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
	}
}

// ParkOwn tells the interface whose it may be.
func (c *RepairController) ParkOwn() {
	id, _ := c.GetInt64(":id")
	if err := c.Yard.Fetch(user(c.Ctx), id); err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
	}
}

// History is for the customer and the administrator.
func (c *RepairController) History() {
	id, _ := c.GetInt64(":id")
	r, err := c.Shop.find(id)
	if err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
		return
	}
	if c.Ctx.Input.GetData("role") != "admin" && r.CustomerID != user(c.Ctx) {
		c.CustomAbort(http.StatusForbidden, errOther.Error())
		return
	}
	c.answer([]Repair{r})
}

// CloseAny is for the administrator, and that is any.
func (c *RepairController) CloseAny() {
	if role, _ := c.Ctx.Input.GetData("role").(string); role != "admin" {
		c.Abort("403")
		return
	}
	id, _ := c.GetInt64(":id")
	_ = c.Shop.describe(id, "closed")
}

// Ping does nothing but write down.
func (c *RepairController) Ping() {
	log.Printf("%s waits for %s", user(c.Ctx), c.GetString(":id"))
	c.Ctx.WriteString("pong")
}

// Prepare runs before each method of its controller, and may keep it from running.
func (c *CheckedController) Prepare() {
	id, _ := c.GetInt64(":id")
	if r, err := c.Shop.find(id); err != nil || r.CustomerID != user(c.Ctx) {
		c.CustomAbort(http.StatusForbidden, errOther.Error())
	}
}

// ShowChecked leaves the question to Prepare.
func (c *CheckedController) ShowChecked() {
	id, _ := c.GetInt64(":id")
	r, _ := c.Shop.find(id)
	c.answer(r)
}

// RemoveChecked leaves the question to Prepare.
func (c *CheckedController) RemoveChecked() {
	id, _ := c.GetInt64(":id")
	c.Shop.delete(id)
}

// owner is a filter that stands before what does not ask.
func owner(shop *workshop) web.FilterFunc {
	return func(ctx *beecontext.Context) {
		id, _ := strconv.ParseInt(ctx.Input.Param(":id"), 10, 64)
		if r, err := shop.find(id); err != nil || r.CustomerID != user(ctx) {
			turnAway(ctx, http.StatusForbidden, errOther.Error())
		}
	}
}

// ShowFiltered leaves the question to the filter.
func (c *RepairController) ShowFiltered() {
	id, _ := c.GetInt64(":id")
	r, _ := c.Shop.find(id)
	c.answer(r)
}

// RemoveFiltered leaves the question to the filter.
func (c *RepairController) RemoveFiltered() {
	id, _ := c.GetInt64(":id")
	c.Shop.delete(id)
}

// RemoveAny stands behind role("admin").
func (c *RepairController) RemoveAny() {
	id, _ := c.GetInt64(":id")
	c.Shop.delete(id)
}

// slipOwn is a handler without a controller that compares.
func slipOwn(shop *workshop) web.HandleFunc {
	return func(ctx *beecontext.Context) {
		id, _ := strconv.ParseInt(ctx.Input.Param(":id"), 10, 64)
		r, err := shop.find(id)
		if err != nil || r.CustomerID != user(ctx) {
			ctx.Abort(http.StatusForbidden, errOther.Error())
			return
		}
		ctx.WriteString(r.Fault)
	}
}

// price is a catalogue's; nobody need sign in.
func price(shop *workshop) web.HandleFunc {
	return func(ctx *beecontext.Context) {
		value, ok := shop.prices[ctx.Input.Param(":part")]
		if !ok {
			ctx.Abort(http.StatusNotFound, "no such part")
			return
		}
		ctx.WriteString(value)
	}
}
