package from

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func (s *shelf) careful(r *gin.RouterGroup) {
	r.GET("/bookmarks/of", s.listOwn)
	r.GET("/bookmark", s.showOwn)
	r.GET("/bookmark/url", s.urlOwn)
	r.DELETE("/bookmark", s.removeOwn)
	r.PUT("/bookmark", s.editOwn)
	r.DELETE("/bookmark/any", s.removeAny)
	r.GET("/topic", s.topic)
}

// listOwn is for the user in the query.
func (s *shelf) listOwn(c *gin.Context) {
	user := c.Query("user_id")
	if user != c.GetString("user") {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.JSON(http.StatusOK, s.of(user))
}

// showOwn compares what it has found.
func (s *shelf) showOwn(c *gin.Context) {
	b, err := s.find(c.Query("id"))
	if err != nil {
		c.Status(http.StatusNotFound)
		return
	}
	if b.UserID != c.GetString("user") {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.JSON(http.StatusOK, b)
}

// urlOwn binds the query, and looks among the caller's.
func (s *shelf) urlOwn(c *gin.Context) {
	var in wanted
	if err := c.ShouldBindQuery(&in); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	for _, b := range s.of(c.GetString("user")) {
		if b.ID == in.ID {
			c.String(http.StatusOK, b.URL)
			return
		}
	}
	c.Status(http.StatusNotFound)
}

// removeOwn has a helper compare, and goes by what it says.
func (s *shelf) removeOwn(c *gin.Context) {
	id, ok := c.GetQuery("id")
	if !ok {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	if err := s.belongs(id, c.GetString("user")); err != nil {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	s.delete(id)
	c.Status(http.StatusNoContent)
}

// editOwn has the comparison two calls away.
func (s *shelf) editOwn(c *gin.Context) {
	var in change
	if err := c.ShouldBindJSON(&in); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	if err := s.pointOf(c.GetString("user"), in.ID, in.URL); err != nil {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Status(http.StatusNoContent)
}

// removeAny is for the administrator.
func (s *shelf) removeAny(c *gin.Context) {
	if c.GetString("role") != "admin" {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	s.delete(c.Query("id"))
	c.Status(http.StatusNoContent)
}

// topic shows what is nobody's.
func (s *shelf) topic(c *gin.Context) {
	text, ok := s.topics[c.Query("name")]
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	c.String(http.StatusOK, text)
}
