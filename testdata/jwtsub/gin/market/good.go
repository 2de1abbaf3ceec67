package market

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

// byRule asks the policy about the route.
func (s *server) byRule(c *gin.Context) {
	ok, err := s.enforcer.Enforce(caller(c), c.Request.URL.Path, c.Request.Method)
	if err != nil || !ok {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Next()
}

func (s *server) repriceRuled(c *gin.Context) { s.setPrice(c, c.Param("id")) }

func (s *server) withdrawRuled(c *gin.Context) {
	delete(s.listings, c.Param("id"))
	c.Status(http.StatusNoContent)
}

func (s *server) setPrice(c *gin.Context, id string) {
	l := s.listings[id]
	if l == nil {
		c.Status(http.StatusNotFound)
		return
	}
	l.Price = c.Query("price")
	c.Status(http.StatusNoContent)
}

// repriceEnforced asks the policy about the listing.
func (s *server) repriceEnforced(c *gin.Context) {
	id := c.Param("id")
	if ok, err := s.enforcer.Enforce(caller(c), id, "write"); err != nil || !ok {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	s.setPrice(c, id)
}

// repriceByPolicy asks whatever is behind the interface.
func (s *server) repriceByPolicy(c *gin.Context) {
	id := c.Param("id")
	if !s.policy.Can(caller(c), "write", id) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	s.setPrice(c, id)
}

// A product is nobody's.
func (s *server) product(c *gin.Context) {
	p := s.products[c.Param("id")]
	if p == nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, p)
}

func (s *server) viewed(c *gin.Context) {
	p := s.products[c.Param("id")]
	if p == nil {
		c.Status(http.StatusNotFound)
		return
	}
	p.Views++
	c.Status(http.StatusNoContent)
}

// A profile is what a user shows to all others.
func (s *server) profile(c *gin.Context) {
	p := s.profiles[c.Param("id")]
	if p == nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, p)
}

// What follow adds is the caller's own.
func (s *server) follow(c *gin.Context) {
	whom := c.Param("id")
	if s.profiles[whom] == nil {
		c.Status(http.StatusNotFound)
		return
	}
	s.follows[follow{Follower: caller(c), Followee: whom}] = true
	c.Status(http.StatusNoContent)
}

func (s *server) unfollow(c *gin.Context) {
	delete(s.follows, follow{caller(c), c.Param("id")})
	c.Status(http.StatusNoContent)
}

func (s *server) like(c *gin.Context) {
	f := s.photos[c.Param("id")]
	if f == nil {
		c.Status(http.StatusNotFound)
		return
	}
	s.likes = append(s.likes, like{User: caller(c), Photo: f.ID})
	c.Status(http.StatusNoContent)
}

// Who has the link may look: that is what the link is for.
func (s *server) shared(c *gin.Context) { s.byLink(c, c.Param("token")) }

func (s *server) byHash(c *gin.Context) { s.byLink(c, c.Param("hash")) }

func (s *server) byLink(c *gin.Context, hash string) {
	for _, f := range s.photos {
		if f.ShareHash == hash {
			c.JSON(http.StatusOK, f)
			return
		}
	}
	c.Status(http.StatusNotFound)
}

// Who has the code may join.
func (s *server) accept(c *gin.Context) {
	code := c.Param("code")
	team, ok := s.invites[code]
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	delete(s.invites, code)
	s.members[membership{team, caller(c)}] = true
	c.Status(http.StatusNoContent)
}

// caption needs no token at all.
func (s *server) caption(c *gin.Context) {
	f := s.photos[c.Param("id")]
	if f == nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.String(http.StatusOK, f.Caption)
}

// member lets members of the team through.
func (s *server) member(c *gin.Context) {
	team := c.Param("team")
	if !s.members[membership{team, caller(c)}] {
		log.Printf("%s is not in %s", caller(c), team)
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Next()
}

// teamTodo finds a todo of this team's only.
func (s *server) teamTodo(team, id string) *todo {
	if t := s.todos[id]; t != nil && t.Team == team {
		return t
	}
	return nil
}

// The todo is looked up within the team that member has checked.
func (s *server) todo(c *gin.Context) {
	t := s.teamTodo(c.Param("team"), c.Param("id"))
	if t == nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, t)
}

func (s *server) retype(c *gin.Context) {
	t := s.teamTodo(c.Param("team"), c.Param("id"))
	if t == nil {
		c.Status(http.StatusNotFound)
		return
	}
	t.Text = c.Query("text")
	c.Status(http.StatusNoContent)
}

func (s *server) finish(c *gin.Context) {
	id := c.Param("id")
	if s.teamTodo(c.Param("team"), id) == nil {
		c.Status(http.StatusNotFound)
		return
	}
	delete(s.todos, id)
	c.Status(http.StatusNoContent)
}
