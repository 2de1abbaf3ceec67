// Package stable has horses, and several ways to find out whose they are.
package stable

import (
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtsub/echo4/stable/access"
)

type horse struct {
	ID      string   `json:"id"`
	OwnerID string   `json:"owner_id"`
	Grooms  []string `json:"grooms"`
	Name    string   `json:"name"`
	Shoes   int      `json:"shoes"`
}

// smith is not of this stable.
type smith interface {
	Shoe(owner, horse string) error
	Brand(horse string) error
}

// box is where a horse stands, with who watches it.
type box struct {
	watchers []string
	log      []string
}

func (b *box) watch(rider string) []string {
	b.watchers = append(b.watchers, rider)
	return b.log
}

type pictureCache struct{ pictures map[string][]byte }

func (p *pictureCache) invalidate(id string) { delete(p.pictures, id) }

type server struct {
	key      []byte
	horses   map[string]*horse
	boxes    map[string]*box
	smith    smith
	pictures pictureCache
}

func authenticate(key []byte) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			claims := jwt.MapClaims{}
			_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.Request().Header.Get("Authorization"), "Bearer "), claims,
				func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
			if err != nil {
				return echo.ErrUnauthorized
			}
			c.Set("rider", claims["sub"])
			c.Set("role", claims["role"])
			scope, _ := claims["scope"].(string)
			c.Set("scopes", strings.Fields(scope))
			return next(c)
		}
	}
}

// Handler is the whole application, with a smith from elsewhere.
func Handler(key []byte, smith smith) http.Handler {
	s := &server{
		key: key,
		horses: map[string]*horse{
			"h1": {ID: "h1", OwnerID: "alice", Name: "Max"},
			"h2": {ID: "h2", OwnerID: "bob", Name: "Moritz", Grooms: []string{"bob"}},
		},
		boxes: map[string]*box{"h2": {log: []string{"bites"}}},
		smith: smith,
	}
	e := echo.New()
	e.Use(authenticate(key))
	e.GET("/horses", s.list)
	e.POST("/horses", s.buy)
	e.PUT("/horses/:id", s.rename)
	e.PATCH("/horses/:id", s.train)
	e.POST("/horses/:id/brand", s.brand)
	e.GET("/horses/:id/box", s.watch)
	e.POST("/horses/:id/comb", s.comb, scoped("user"))
	e.GET("/horses/:id/pass", s.pass)

	own := e.Group("/own")
	own.GET("/horses/:id", s.visit)
	own.GET("/horses/:id/either", s.either)
	own.PUT("/horses/:id", s.renameOwn)
	own.PATCH("/horses/:id", s.trainOwn)
	own.POST("/horses/:id/shoe", s.shoe)
	own.POST("/horses/:id/chip", s.chip, scoped("stable:admin"))
	own.POST("/horses/:id/shoes", s.buyShoes)
	own.GET("/horses/:id/pass", s.passOwn)
	own.DELETE("/horses/:id/picture", s.retake)
	own.GET("/riders/:rider_id/horses", s.of)
	led := own.Group("/led/:id", s.lead, s.mine)
	led.GET("", s.show)
	led.DELETE("", s.sell)
	return e
}

func (s *server) by(owner string) map[string]*horse {
	found := map[string]*horse{}
	for id, h := range s.horses {
		if h.OwnerID == owner {
			found[id] = h
		}
	}
	return found
}

func (s *server) list(c echo.Context) error { return c.JSON(http.StatusOK, s.by(access.Rider(c))) }

func (s *server) buy(c echo.Context) error {
	h := &horse{ID: c.QueryParam("id"), OwnerID: access.Rider(c), Name: c.QueryParam("name")}
	s.horses[h.ID] = h
	return c.JSON(http.StatusCreated, h)
}

func (s *server) horse(id string) (*horse, error) {
	if h, ok := s.horses[id]; ok {
		return h, nil
	}
	return nil, echo.ErrNotFound
}
