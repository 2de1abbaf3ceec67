// Package garden has the beds of several gardeners. Its routes stand behind
// middleware that a function of another package attaches.
package garden

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtsub/echo4/garden/middleware"
)

type bed struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Plants  string `json:"plants"`
}

type garden struct{ beds map[string]*bed }

func laidOut() *garden {
	return &garden{map[string]*bed{"b1": {"b1", "alice", "leek"}, "b2": {"b2", "bob", "roses"}}}
}

// Handler is for those with a token.
func Handler(key []byte) http.Handler {
	g := laidOut()
	e := echo.New()
	middleware.Setup(e, key)
	e.GET("/beds", g.list)
	e.POST("/beds", g.dig)
	e.GET("/beds/:id", g.show)
	e.PUT("/beds/:id", g.replant)
	e.DELETE("/beds/:id", g.clear)
	e.GET("/own/beds/:id", g.showOwn)
	e.PUT("/own/beds/:id", g.replantOwn)
	return e
}

// Fence is for everybody who passes by.
func Fence() http.Handler {
	g := laidOut()
	e := echo.New()
	middleware.Quiet(e)
	e.GET("/beds/:id", g.look)
	return e
}

func (g *garden) list(c echo.Context) error {
	own := []*bed{}
	for _, b := range g.beds {
		if b.OwnerID == middleware.Caller(c) {
			own = append(own, b)
		}
	}
	return c.JSON(http.StatusOK, own)
}

func (g *garden) dig(c echo.Context) error {
	b := &bed{ID: c.QueryParam("id"), OwnerID: middleware.Caller(c)}
	g.beds[b.ID] = b
	return c.JSON(http.StatusCreated, b)
}

func (g *garden) find(id string) (*bed, error) {
	if b, ok := g.beds[id]; ok {
		return b, nil
	}
	return nil, echo.ErrNotFound
}
