// Package beego takes in bicycles, on beego: controllers have the handlers as
// methods, and text says which of them a route is for.
package beego

import (
	"net/http"
	"strings"

	"github.com/beego/beego/v2/server/web"
	beecontext "github.com/beego/beego/v2/server/web/context"
	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

// turnAway answers, and with that beego calls nothing else.
func turnAway(ctx *beecontext.Context, status int, why string) {
	ctx.Output.SetStatus(status)
	_ = ctx.Output.Body([]byte(why))
}

func verify(ctx *beecontext.Context, key []byte, into jwt.Claims) error {
	_, err := jwt.ParseWithClaims(strings.TrimPrefix(ctx.Input.Header("Authorization"), "Bearer "), into,
		func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// authenticate tells those behind it who the customer is.
func authenticate(key []byte) web.FilterFunc {
	return func(ctx *beecontext.Context) {
		var who claims
		if err := verify(ctx, key, &who); err != nil {
			turnAway(ctx, http.StatusUnauthorized, "who are you?")
			return
		}
		ctx.Input.SetData("user", who.Subject)
		ctx.Input.SetData("role", who.Role)
	}
}

func user(ctx *beecontext.Context) string {
	name, _ := ctx.Input.GetData("user").(string)
	return name
}

func role(name string) web.FilterFunc {
	return func(ctx *beecontext.Context) {
		if has, _ := ctx.Input.GetData("role").(string); has != name {
			turnAway(ctx, http.StatusForbidden, "not for you")
		}
	}
}

// RepairController has what most handlers are methods of; beego copies its
// exported fields into a new one for each request.
type RepairController struct {
	web.Controller
	Shop *workshop
	Desk desk
	Yard yard
}

// answer ends most handlers.
func (c *RepairController) answer(v any) {
	c.Data["json"] = v
	_ = c.ServeJSON()
}

// List has the customer's own.
func (c *RepairController) List() { c.answer(c.Shop.of(user(c.Ctx))) }

// Bring makes a repair of the customer's.
func (c *RepairController) Bring() {
	c.answer(c.Shop.bring(Repair{CustomerID: user(c.Ctx), Fault: c.GetString("fault")}))
}

// Handler is the whole application: two customers, a bicycle each.
func Handler(key []byte) http.Handler {
	shop := &workshop{
		repairs: map[int64]Repair{
			1: {ID: 1, CustomerID: "alice", Fault: "flat tyre"},
			2: {ID: 2, CustomerID: "bob", Fault: "bent fork"},
		},
		prices: map[string]string{"tube": "9.00"},
	}
	cfg := *web.BConfig
	cfg.RunMode = web.PROD
	cfg.WebConfig.AutoRender = false
	app := web.NewHttpServerWithCfg(&cfg)
	web.BeeApp = app // Namespaces know no other.

	repairs := &RepairController{Shop: shop, Desk: desk{shop}, Yard: fence{shop}}
	app.InsertFilter("/repairs", web.BeforeRouter, authenticate(key))
	app.Router("/repairs", repairs, "get:List;post:Bring")
	app.InsertFilter("/repairs/*", web.BeforeRouter, authenticate(key))
	careless(app, repairs)
	carelessNamespace(key, repairs)
	nameless(app, key, repairs)
	careful(key, repairs)
	app.Get("/prices/:part", price(shop))
	return app.Handlers
}
