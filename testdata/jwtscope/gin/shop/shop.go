// Package shop asks for a role on each route that changes its products, and
// has forgotten one.
package shop

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

type shop struct{ key []byte }

// authenticate verifies the token and keeps its claims.
func (s *shop) authenticate(c *gin.Context) {
	mine := new(claims)
	raw := strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer ")
	_, err := jwt.ParseWithClaims(raw, mine, func(*jwt.Token) (any, error) { return s.key, nil },
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithAudience("shop"), jwt.WithIssuer("login"), jwt.WithExpirationRequired())
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("claims", mine)
	c.Next()
}

func requireRole(role string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if mine, ok := c.MustGet("claims").(*claims); !ok || mine.Role != role {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

func requirePermission(name string) gin.HandlerFunc { return requireRole("may " + name) }

func adminOnly(c *gin.Context) { requireRole("admin")(c) }

func (s *shop) done(c *gin.Context) { c.Status(http.StatusNoContent) }

func (s *shop) updateRole(c *gin.Context) { c.Status(http.StatusNoContent) }

func (s *shop) list(c *gin.Context) { c.JSON(http.StatusOK, []string{"chair"}) }

// mine answers the caller by name.
func (s *shop) mine(c *gin.Context) {
	c.JSON(http.StatusOK, c.MustGet("claims").(*claims).Subject)
}

// Handler is the whole application.
func Handler(key []byte) http.Handler {
	s := &shop{key}
	r := gin.New()
	api := r.Group("/api", s.authenticate)

	api.POST("/products", requireRole("editor"), s.done)
	api.PUT("/products/:id", requireRole("editor"), s.done)
	api.DELETE("/products/:id", s.done) // want `does without shop.requireRole \(any valid token will do\); ask as POST /api/products does .*jwtscope/missing`
	api.POST("/products/search", s.done)
	api.GET("/products", s.list)

	// One of three: the others are for everybody.
	api.POST("/reviews", s.done)
	api.PUT("/reviews/:id", s.done)
	api.DELETE("/reviews/:id", requireRole("moderator"), s.done)

	// The handler knows the caller: an order of one's own.
	api.POST("/orders", s.mine)
	api.DELETE("/orders/:id", requireRole("clerk"), s.done)

	// Who may touch a record says nothing of who may add one, and what a handler
	// is called says nothing of what it asks.
	api.POST("/lists", s.done)
	api.PUT("/lists/:id", requireRole("editor"), s.done)
	api.DELETE("/lists/:id", requireRole("editor"), s.done)
	api.PUT("/teams/:id/role", s.updateRole)
	api.DELETE("/teams/:id/role", s.done)

	api.PUT("/me/password", s.done)
	api.PUT("/me/admin", requireRole("admin"), s.done)

	// Where each resource has a guard of its own, there is no custom.
	desk := r.Group("/desk", s.authenticate)
	desk.POST("/lamps", requireRole("editor"), s.done)
	desk.DELETE("/lamps/:id", requireRole("editor"), s.done)
	desk.POST("/bills", requirePermission("bills"), s.done)
	desk.DELETE("/bills/:id", requirePermission("bills"), s.done)
	desk.POST("/chairs", adminOnly, s.done)
	desk.DELETE("/chairs/:id", adminOnly, s.done)
	desk.POST("/notes", s.done)
	desk.DELETE("/notes/:id", s.done)

	// A route without a token is another matter.
	r.POST("/subscriptions", s.done)
	r.DELETE("/subscriptions/:id", s.authenticate, requireRole("clerk"), s.done)
	return r
}
