// Package market is a place with things that are for everybody, things that
// a policy guards, and teams that work on their todos together.
package market

import (
	"net/http"
	"strings"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type server struct {
	listings map[string]*listing
	products map[string]*product
	profiles map[string]*profile
	photos   map[string]*photo
	invites  map[string]string // code to team
	members  map[membership]bool
	todos    map[string]*todo
	follows  map[follow]bool
	likes    []like
	enforcer *casbin.Enforcer
	policy   policy
}

type listing struct {
	ID       string `json:"id"`
	SellerID string `json:"seller_id"`
	Price    string `json:"price"`
}

type product struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Views int    `json:"views"`
}

type profile struct {
	UserID string `json:"user_id"`
	Bio    string `json:"bio"`
}

type photo struct {
	ID, OwnerID, Caption string
	ShareHash            string
}

type membership struct{ Team, User string }

type todo struct {
	ID   string `json:"id"`
	Team string `json:"team"`
	Text string `json:"text"`
}

type follow struct{ Follower, Followee string }

type like struct{ User, Photo string }

// policy decides elsewhere.
type policy interface {
	Can(user, action, listing string) bool
}

func authenticate(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set("user_id", claims.Subject)
	}
}

func caller(c *gin.Context) string { return c.GetString("user_id") }

const access = `
[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.sub == p.sub && r.obj == p.obj && r.act == p.act
`

func newEnforcer() *casbin.Enforcer {
	m, err := model.NewModelFromString(access)
	if err != nil {
		panic(err)
	}
	e, err := casbin.NewEnforcer(m)
	if err != nil {
		panic(err)
	}
	for _, rule := range [][]string{
		{"bob", "l2", "write"}, {"bob", "/ruled/listings/l2", "PUT"}, {"bob", "/ruled/listings/l2", "DELETE"},
	} {
		if _, err := e.AddPolicy(rule); err != nil {
			panic(err)
		}
	}
	return e
}

type enforced struct{ *casbin.Enforcer }

func (e enforced) Can(user, action, listing string) bool {
	ok, err := e.Enforce(user, listing, action)
	return ok && err == nil
}

// Handler is the whole market.
func Handler(key []byte) http.Handler {
	e := newEnforcer()
	s := &server{
		listings: map[string]*listing{"l1": {"l1", "alice", "5"}, "l2": {"l2", "bob", "70"}},
		products: map[string]*product{"p1": {ID: "p1", Name: "kettle"}},
		profiles: map[string]*profile{"alice": {"alice", "sells tea"}, "bob": {"bob", "sells hay"}},
		photos:   map[string]*photo{"f2": {"f2", "bob", "a field", "c0ffee"}},
		invites:  map[string]string{"welcome": "blue"},
		members:  map[membership]bool{{"red", "bob"}: true},
		todos:    map[string]*todo{"t2": {"t2", "red", "mow"}},
		follows:  map[follow]bool{},
		enforcer: e,
		policy:   enforced{e},
	}
	r := gin.New()
	// Nobody has to have a token for these.
	r.GET("/gallery/:id", s.caption)
	r.GET("/public/:hash", s.byHash)

	r.Use(authenticate(key))
	r.GET("/listings/mine", s.mine)
	r.POST("/listings", s.offer)
	r.PUT("/listings/:id", s.reprice)
	r.DELETE("/listings/:id", s.withdraw)

	r.PUT("/ruled/listings/:id", s.byRule, s.repriceRuled)
	r.DELETE("/ruled/listings/:id", s.byRule, s.withdrawRuled)
	r.PATCH("/ruled/listings/:id", s.repriceEnforced)
	r.POST("/ruled/listings/:id", s.repriceByPolicy)

	r.GET("/products/:id", s.product)
	r.POST("/products/:id/views", s.viewed)
	r.GET("/users/:id", s.profile)
	r.POST("/users/:id/follow", s.follow)
	r.DELETE("/users/:id/follow", s.unfollow)
	r.POST("/photos/:id/like", s.like)
	r.GET("/shared/:token", s.shared)
	r.POST("/invites/:code/accept", s.accept)

	team := r.Group("/teams/:team", s.member)
	team.GET("/todos/:id", s.todo)
	team.PUT("/todos/:id", s.retype)
	team.DELETE("/todos/:id", s.finish)
	return r
}
