package workspace

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// show looks in all workspaces, whichever was entered.
func (s *server) show(c *gin.Context) {
	p, ok := s.pages[c.Param("id")] // want "jwtsub/weak-evidence"
	if !ok {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, p)
}

// rewrite knows the workspace, and shows it.
func (s *server) rewrite(c *gin.Context) {
	p, ok := s.pages[c.Param("id")] // want "jwtsub/weak-evidence"
	if !ok {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	p.Text = c.Query("text")
	c.JSON(http.StatusOK, gin.H{"workspace": c.GetString(workspaceKey)})
}

func (s *server) remove(c *gin.Context) {
	delete(s.pages, c.Param("id")) // want "jwtsub/weak-evidence"
	c.Status(http.StatusNoContent)
}
