package beego

import (
	"log"
	"net/http"
	"strconv"

	"github.com/beego/beego/v2/server/web"
	beecontext "github.com/beego/beego/v2/server/web/context"
	"github.com/golang-jwt/jwt/v5"
)

// FaultController has the methods that routes without a mapping look for.
type FaultController struct {
	RepairController
}

func careless(app *web.HttpServer, repairs *RepairController) {
	app.Router("/repairs/:id:int", repairs, "get:Show;patch:Sign;delete:Remove")
	app.Router("/repairs/:id/fault", &FaultController{*repairs})
	app.Router("/repairs/:id/park", repairs, "post:Park")
	app.InsertFilter("/repairs/:id/reset", web.BeforeExec, role("user"))
	app.Router("/repairs/:id/reset", repairs, "post:Reset")
	app.Router("/repairs/of/:customer_id", repairs, "get:Of")
	app.Router("/repairs/:id/peek", repairs, "get:Peek")
	app.Router("/repairs/:id/now", repairs, "delete:RemoveNow")
	app.Router("/repairs/:id/late", repairs, "delete:RemoveLate")
	app.Get("/repairs/:id/slip", slip(repairs.Shop))
}

func carelessNamespace(key []byte, repairs *RepairController) {
	web.AddNamespace(web.NewNamespace("/v1",
		web.NSBefore(authenticate(key)),
		web.NSRouter("/repairs/:id", repairs, "get:Copy;delete:Cancel"),
		web.NSNamespace("/repairs", web.NSPut("/:id/fault", func(ctx *beecontext.Context) {
			id, _ := strconv.ParseInt(ctx.Input.Param(":id"), 10, 64) // want "jwtsub/unchecked-write"
			if err := repairs.Shop.describe(id, ctx.Input.Query("fault")); err != nil {
				ctx.Abort(http.StatusNotFound, err.Error())
			}
		})),
	))
}

// Show shows any repair.
func (c *RepairController) Show() {
	id, err := c.GetInt64(":id") // want "jwtsub/unchecked-read"
	if err != nil {
		c.CustomAbort(http.StatusBadRequest, "no number")
	}
	r, err := c.Shop.find(id)
	if err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
	}
	c.answer(r)
}

// Sign keeps the caller's name beside the customer's.
func (c *RepairController) Sign() {
	id, _ := c.GetInt64(":id") // want "jwtsub/unchecked-write"
	r, err := c.Shop.find(id)
	if err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
		return
	}
	r.SignedBy = user(c.Ctx)
	c.Shop.save(r)
	c.answer(r)
}

// Remove has the workshop two calls away, and the caller in the log.
func (c *RepairController) Remove() {
	id, err := strconv.ParseInt(c.GetString(":id"), 10, 64) // want "jwtsub/unchecked-write"
	if err != nil {
		c.CustomAbort(http.StatusBadRequest, "no number")
		return
	}
	log.Printf("%s takes %d", user(c.Ctx), id)
	if err := c.Desk.handBack(id); err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
	}
}

// Get tells any fault.
func (c *FaultController) Get() {
	id, _ := c.GetInt64(":id") // want "jwtsub/unchecked-read"
	r, err := c.Shop.find(id)
	if err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
		return
	}
	c.answer(map[string]string{"fault": r.Fault, "for": user(c.Ctx)})
}

// Put rewrites any fault, for whoever is somebody.
func (c *FaultController) Put() {
	if user(c.Ctx) == "" {
		c.CustomAbort(http.StatusUnauthorized, "who are you?")
	}
	id, _ := strconv.ParseInt(c.Ctx.Input.Param(":id"), 10, 64) // want "jwtsub/unchecked-write"
	if err := c.Shop.describe(id, c.GetString("fault")); err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
	}
}

// Park is done by an interface that knows numbers.
func (c *RepairController) Park() {
	id, _ := c.GetInt64(":id") // want "jwtsub/unchecked-write"
	if err := c.Yard.Park(id); err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
	}
}

// Reset stands behind role("user"), which is everybody.
func (c *RepairController) Reset() {
	id, _ := c.GetInt64(":id") // want "jwtsub/unchecked-write"
	_ = c.Shop.describe(id, "reset")
}

// Of lists for the customer in the path.
func (c *RepairController) Of() {
	c.answer(c.Shop.of(c.GetString(":customer_id"))) // want "jwtsub/unchecked-read"
}

// Peek writes strangers down and shows them all.
func (c *RepairController) Peek() {
	id, _ := c.GetInt64(":id") // want "jwtsub/ineffective"
	r, err := c.Shop.find(id)
	if err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
		return
	}
	if r.CustomerID != user(c.Ctx) {
		log.Printf("%s peeks at %d", user(c.Ctx), id)
	}
	c.answer(r)
}

// RemoveNow sets a status and does it.
func (c *RepairController) RemoveNow() {
	id, _ := c.GetInt64(":id") // want "jwtsub/ineffective"
	r, err := c.Shop.find(id)
	if err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
		return
	}
	if r.CustomerID != user(c.Ctx) {
		c.Ctx.Output.SetStatus(http.StatusForbidden)
	}
	c.Shop.delete(id)
}

// RemoveLate refuses when it is done.
func (c *RepairController) RemoveLate() {
	id, _ := c.GetInt64(":id") // want "jwtsub/ineffective"
	r, err := c.Shop.find(id)
	if err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
		return
	}
	c.Shop.delete(id)
	if r.CustomerID != user(c.Ctx) {
		c.CustomAbort(http.StatusForbidden, errOther.Error())
	}
}

// slip is a handler without a controller, and prints any repair.
func slip(shop *workshop) web.HandleFunc {
	return func(ctx *beecontext.Context) {
		id, _ := strconv.ParseInt(ctx.Input.Param(":id"), 10, 64) // want "jwtsub/unchecked-read"
		r, err := shop.find(id)
		if err != nil {
			ctx.Abort(http.StatusNotFound, err.Error())
			return
		}
		ctx.WriteString(r.Fault)
	}
}

// Copy is in a namespace, and shows any repair.
func (c *RepairController) Copy() {
	id, _ := c.GetInt64(":id") // want "jwtsub/unchecked-read"
	r, err := c.Shop.find(id)
	if err != nil {
		c.CustomAbort(http.StatusNotFound, err.Error())
		return
	}
	_ = c.JSONResp(r)
}

// Cancel is in a namespace, and removes any repair.
func (c *RepairController) Cancel() {
	id, _ := c.GetInt64(":id") // want "jwtsub/unchecked-write"
	c.Shop.delete(id)
}

// NamelessController stands behind a filter that says nothing.
type NamelessController struct {
	RepairController
}

func nameless(app *web.HttpServer, key []byte, repairs *RepairController) {
	app.InsertFilter("/valid/*", web.BeforeRouter, func(ctx *beecontext.Context) {
		var who jwt.RegisteredClaims
		if err := verify(ctx, key, &who); err != nil { // want "jwtsub/no-identity"
			turnAway(ctx, http.StatusUnauthorized, "who are you?")
		}
	})
	app.Router("/valid/repairs/:id", &NamelessController{*repairs})
}

// Delete cannot know who asks.
func (c *NamelessController) Delete() {
	id, _ := c.GetInt64(":id")
	c.Shop.delete(id)
}
