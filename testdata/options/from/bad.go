package from

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

func (s *shelf) careless(r *gin.RouterGroup) {
	r.GET("/bookmark", s.show)
	r.GET("/bookmarks/of", s.listOf)
	r.GET("/bookmark/url", s.url)
	r.DELETE("/bookmark", s.remove)
	r.PUT("/bookmark", s.edit)
	r.POST("/bookmark/clear", s.clear)
	r.GET("/bookmark/peek", s.peek)
	r.DELETE("/bookmark/late", s.removeLate)
}

// show shows any bookmark that the query names.
func (s *shelf) show(c *gin.Context) {
	b, err := s.find(c.Query("id")) // want "jwtsub/unchecked-read"
	if err != nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, b)
}

// listOf lists for the user in the query.
func (s *shelf) listOf(c *gin.Context) {
	c.JSON(http.StatusOK, s.of(c.Query("user_id"))) // want "jwtsub/unchecked-read"
}

type wanted struct {
	ID string `form:"id" binding:"required"`
}

// url binds the query, and shows any.
func (s *shelf) url(c *gin.Context) {
	var in wanted
	if err := c.ShouldBindQuery(&in); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	b, err := s.find(in.ID) // want "jwtsub/unchecked-read"
	if err != nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.String(http.StatusOK, b.URL)
}

// remove removes any, with the caller in the log.
func (s *shelf) remove(c *gin.Context) {
	id, ok := c.GetQuery("id") // want "jwtsub/unchecked-write"
	if !ok {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	log.Printf("%s removes %s", c.GetString("user"), id)
	s.delete(id)
	c.Status(http.StatusNoContent)
}

type change struct {
	ID  string `json:"id"`
	URL string `json:"url"`
}

// edit writes into any bookmark that the body names.
func (s *shelf) edit(c *gin.Context) {
	var in change
	if err := c.ShouldBindJSON(&in); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	if err := s.point(in.ID, in.URL); err != nil { // want "jwtsub/unchecked-write"
		c.Status(http.StatusNotFound)
		return
	}
	c.Status(http.StatusNoContent)
}

// clear takes a whole bookmark for its ID, and tells the caller their name.
func (s *shelf) clear(c *gin.Context) {
	var b Bookmark
	if c.BindJSON(&b) != nil {
		return
	}
	if err := s.point(b.ID, ""); err != nil { // want "jwtsub/unchecked-write"
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, gin.H{"cleared_by": c.GetString("user")})
}

// peek writes strangers down and shows them all.
func (s *shelf) peek(c *gin.Context) {
	b, err := s.find(c.Query("id")) // want "jwtsub/ineffective"
	if err != nil {
		c.Status(http.StatusNotFound)
		return
	}
	if user := c.GetString("user"); b.UserID != user {
		log.Printf("%s peeks at %s", user, b.ID)
	}
	c.JSON(http.StatusOK, b)
}

// removeLate refuses strangers when it is done.
func (s *shelf) removeLate(c *gin.Context) {
	var in change
	if err := c.ShouldBindJSON(&in); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	b, err := s.find(in.ID) // want "jwtsub/ineffective"
	if err != nil {
		c.Status(http.StatusNotFound)
		return
	}
	s.delete(b.ID)
	if b.UserID != c.GetString("user") {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Status(http.StatusNoContent)
}
