// Package counter hands parcels out, on the one server that beego's package
// has: routes, namespaces and filters are registered with functions, and the
// controllers share a base in another package.
package counter

import (
	"net/http"
	"strings"
	"sync"

	"github.com/beego/beego/v2/server/web"
	beecontext "github.com/beego/beego/v2/server/web/context"
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtsub/beego/counter/base"
)

// Parcel is somebody's.
type Parcel struct {
	ID     int64  `json:"id"`
	UserID string `json:"user_id"`
}

var (
	mu      sync.Mutex
	parcels = map[int64]Parcel{1: {ID: 1, UserID: "alice"}, 2: {ID: 2, UserID: "bob"}}
)

func find(id int64) Parcel {
	mu.Lock()
	defer mu.Unlock()
	return parcels[id]
}

func remove(id int64) {
	mu.Lock()
	defer mu.Unlock()
	delete(parcels, id)
}

// authenticate leaves by an Abort, which panics.
func authenticate(key []byte) web.FilterFunc {
	return func(ctx *beecontext.Context) {
		var who jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(ctx.Input.Header("Authorization"), "Bearer "), &who,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			ctx.Abort(http.StatusUnauthorized, "who are you?")
		}
		ctx.Input.SetData("user", who.Subject)
	}
}

// ParcelController is behind all routes.
type ParcelController struct{ base.Base }

// Register is the whole application: two people, a parcel each.
func Register(key []byte) {
	parcel := &ParcelController{}
	web.InsertFilter("/counter/*", web.BeforeRouter, authenticate(key))
	web.Router("/counter/parcels/:id", parcel, "get:Show;put,delete:Remove")
	web.RouterWithOpts("/counter/options/:id", parcel, web.WithRouterMethods(parcel, "delete:RemoveByOption"))
	web.CtrlDelete("/counter/expressions/:id", (*ParcelController).RemoveByExpression)
	web.AddNamespace(web.NewNamespace("/counter/inner", web.NSNamespace("/parcels", web.NSRouter("/:id", parcel, "delete:RemoveInner"))))

	filtered := web.NewNamespace("/filtered", web.NSRouter("/parcels/:id", parcel, "delete:RemoveFiltered"))
	filtered.Filter("before", authenticate(key))
	web.AddNamespace(filtered, web.NewNamespace("/chained").Filter("before", authenticate(key)).Router("/parcels/:id", parcel, "delete:RemoveChained"))

	web.Router("/counter/my/:id", parcel, "get:ShowOwn;delete:RemoveOwn")
	web.Router("/open/parcels/:id", parcel, "delete:RemoveOpen") // No filter: another matter.
}

// Show shows any.
func (c *ParcelController) Show() {
	c.Data["json"] = find(c.ID(":id")) // want "jwtsub/unchecked-read"
	_ = c.ServeJSON()
}

// Remove is for two methods of HTTP.
func (c *ParcelController) Remove() { remove(c.ID(":id")) } // want "jwtsub/unchecked-write"

// RemoveByOption is named in an option.
func (c *ParcelController) RemoveByOption() { remove(c.ID(":id")) } // want "jwtsub/unchecked-write"

// RemoveByExpression is registered by a method expression.
func (c *ParcelController) RemoveByExpression() { remove(c.ID(":id")) } // want "jwtsub/unchecked-write"

// RemoveInner is in a namespace within another, behind the server's filter.
func (c *ParcelController) RemoveInner() { remove(c.ID(":id")) } // want "jwtsub/unchecked-write"

// RemoveFiltered is in a namespace that gets its filter later.
func (c *ParcelController) RemoveFiltered() { remove(c.ID(":id")) } // want "jwtsub/unchecked-write"

// RemoveChained is in a namespace that is built call by call.
func (c *ParcelController) RemoveChained() { remove(c.ID(":id")) } // want "jwtsub/unchecked-write"

// RemoveOpen has no token before it.
func (c *ParcelController) RemoveOpen() { remove(c.ID(":id")) }

// ShowOwn leaves by the base's Refuse.
func (c *ParcelController) ShowOwn() {
	p := find(c.ID(":id"))
	if p.UserID != c.User() {
		c.Refuse("not yours")
	}
	c.Data["json"] = p
	_ = c.ServeJSON()
}

// RemoveOwn leaves by the base's Refuse.
func (c *ParcelController) RemoveOwn() {
	id := c.ID(":id")
	if find(id).UserID != c.User() {
		c.Refuse("not yours")
	}
	remove(id)
}
