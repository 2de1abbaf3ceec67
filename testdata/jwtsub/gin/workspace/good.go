package workspace

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// within finds by both.
func (s *server) within(workspace, id string) *page {
	for _, p := range s.pages {
		if p.ID == id && p.WorkspaceID == workspace {
			return p
		}
	}
	return nil
}

func (s *server) showOwn(c *gin.Context) {
	p := s.within(c.GetString(workspaceKey), c.Param("id"))
	if p == nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, p)
}

// rewriteOwn has it as a value of any type.
func (s *server) rewriteOwn(c *gin.Context) {
	workspace, _ := c.Get(workspaceKey)
	id, ok := workspace.(string)
	if !ok {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	p := s.within(id, c.Param("id"))
	if p == nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	p.Text = c.Query("text")
	c.Status(http.StatusNoContent)
}

// removeOwn compares what it has found.
func (s *server) removeOwn(c *gin.Context) {
	id := c.Param("id")
	p, ok := s.pages[id]
	if !ok || p.WorkspaceID != c.MustGet(workspaceKey).(string) {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	delete(s.pages, id)
	c.Status(http.StatusNoContent)
}
