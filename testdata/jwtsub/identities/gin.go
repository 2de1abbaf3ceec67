package identities

import (
	"log"
	"net/http"

	jwt "github.com/appleboy/gin-jwt/v3"
	"github.com/gin-gonic/gin"
)

// ginRoutes have gin-jwt in front of them.
func (s *station) ginRoutes() http.Handler {
	guard, err := jwt.New(&jwt.GinJWTMiddleware{Key: s.key})
	if err != nil {
		panic(err)
	}
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	lockers := r.Group("/gin", guard.MiddlewareFunc())
	lockers.GET("/lockers/:id", s.ginOpen)
	lockers.DELETE("/lockers/:id", s.ginEmpty)
	lockers.GET("/own/lockers/:id", s.ginOpenOwn)
	lockers.DELETE("/own/lockers/:id", s.ginEmptyOwn)
	return r
}

func (s *station) ginOpen(c *gin.Context) {
	log.Print(jwt.ExtractClaims(c)["sub"], " opens a locker")
	s.show(c.Writer, s.lockers[c.Param("id")]) // want "jwtsub/unchecked-read"
}

func (s *station) ginEmpty(c *gin.Context) {
	delete(s.lockers, c.Param("id")) // want "jwtsub/unchecked-write"
}

func (s *station) ginOpenOwn(c *gin.Context) {
	l := s.lockers[c.Param("id")]
	if user, ok := jwt.ExtractClaims(c)["sub"].(string); l != nil && (!ok || l.OwnerID != user) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	s.show(c.Writer, l)
}

func (s *station) ginEmptyOwn(c *gin.Context) {
	id := c.Param("id")
	if l := s.lockers[id]; l == nil || l.OwnerID != jwt.ExtractClaims(c)["sub"] {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	delete(s.lockers, id)
}
