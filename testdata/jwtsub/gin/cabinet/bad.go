package cabinet

import (
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/jwtsub/gin/cabinet/access"
)

// edit looks only if it is asked to.
func (s *server) edit(c *gin.Context) {
	p, ok := s.papers[c.Param("id")] // missed: jwtsub/ineffective
	if !ok {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	if c.Query("careful") != "" && p.OwnerID != clerk(c) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	p.Text = c.Query("text")
	c.Status(http.StatusNoContent)
}

// amend has it written down, and there is no error.
func (s *server) amend(c *gin.Context) {
	id := c.Param("id") // want "jwtsub/unchecked-write"
	if err := access.Note(c.Request.Context(), "edit", id); err != nil {
		done(c, err)
		return
	}
	p, ok := s.papers[id]
	if !ok {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	p.Text = c.Query("text")
	c.Status(http.StatusNoContent)
}

// burn asks whoever has the copier, who cannot know.
func (s *server) burn(c *gin.Context) {
	done(c, s.copier.Burn(c.Param("id"))) // want "jwtsub/unchecked-write"
}

// join says who is there, and what was said before.
func (s *server) join(c *gin.Context) {
	r, ok := s.rooms[c.Param("id")] // want "jwtsub/unchecked-read"
	if !ok {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, r.join(clerk(c)))
}

// note is for a scope that every token has.
func (s *server) note(c *gin.Context) {
	if !slices.Contains(strings.Fields(claimsOf(c).Scope), "basic") {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	s.papers[c.Param("id")].Text += " (noted)" // want "jwtsub/unchecked-write"
	c.Status(http.StatusNoContent)
}

// ticket has the clerk's name in it, for whichever paper.
func (s *server) ticket(c *gin.Context) {
	p, ok := s.papers[c.Param("id")] // want "jwtsub/unchecked-read"
	if !ok {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	ticket, err := s.mint(clerk(c))
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, gin.H{"paper": p, "ticket": ticket})
}
