// Package parcels delivers parcels, behind iris's own middleware.
package parcels

import (
	"net/http"

	"github.com/kataras/iris/v12"
	"github.com/kataras/iris/v12/middleware/jwt"
)

type parcel struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Door    string `json:"door"`
}

// customer is what a token says.
type customer struct {
	ID   string `json:"sub"`
	Role string `json:"role"`
}

type server struct{ parcels map[string]*parcel }

// Handler is the whole application: two customers, a parcel each.
func Handler(key []byte) (http.Handler, error) {
	s := &server{parcels: map[string]*parcel{
		"1": {ID: "1", OwnerID: "alice", Door: "blue"},
		"2": {ID: "2", OwnerID: "bob", Door: "red door"},
	}}
	verifier := jwt.NewVerifier(jwt.HS256, key)
	app := iris.New()
	app.Logger().SetLevel("disable")
	app.PartyFunc("/parcels", func(p iris.Party) {
		p.Use(verifier.Verify(func() any { return new(customer) }))
		p.Get("/", s.list)
		p.Get("/{id}", s.show)
		p.Delete("/{id}", s.drop)
		p.Put("/{id}", s.move)
	})
	app.PartyFunc("/my", func(p iris.Party) {
		p.Use(verifier.Verify(func() any { return new(customer) }))
		p.Get("/{id}", s.showOwn)
		p.Delete("/{id}", s.dropOwn)
	})
	return app, app.Build()
}

// caller is whom the middleware has let in.
func caller(ctx iris.Context) string {
	c, ok := jwt.Get(ctx).(*customer)
	if !ok {
		return ""
	}
	return c.ID
}

func (s *server) list(ctx iris.Context) {
	own := []*parcel{}
	for _, p := range s.parcels {
		if p.OwnerID == caller(ctx) {
			own = append(own, p)
		}
	}
	_ = ctx.JSON(own)
}
