package cabinet

import (
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/jwtsub/gin/cabinet/access"
)

// read is for those whom the paper names.
func (s *server) read(c *gin.Context) {
	p, ok := s.papers[c.Param("id")]
	if !ok || !slices.Contains(p.Readers, clerk(c)) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.JSON(http.StatusOK, p)
}

// either looks at all papers for the administrator, and at their own for others.
func (s *server) either(c *gin.Context) {
	id := c.Param("id")
	var p *paper
	if claimsOf(c).Role == "admin" {
		p = s.papers[id]
	} else if i := slices.IndexFunc(s.by(clerk(c)), func(p *paper) bool { return p.ID == id }); i >= 0 {
		p = s.by(clerk(c))[i]
	}
	if p == nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, p)
}

// editOwn asks another package about the action.
func (s *server) editOwn(c *gin.Context) {
	id := c.Param("id")
	if err := access.Authorize(c.Request.Context(), "edit", id); err != nil {
		done(c, err)
		return
	}
	s.papers[id].Text = c.Query("text")
	c.Status(http.StatusNoContent)
}

// amendOwn goes on for the owner, and ends for all others.
func (s *server) amendOwn(c *gin.Context) {
	if p, ok := s.papers[c.Param("id")]; ok && p.OwnerID == clerk(c) {
		p.Text = c.Query("text")
		c.Status(http.StatusNoContent)
		return
	}
	c.AbortWithStatus(http.StatusForbidden)
}

// copyOwn tells the copier who asks.
func (s *server) copyOwn(c *gin.Context) { done(c, s.copier.Copy(clerk(c), c.Param("id"))) }

// stamp is for tokens with the right scope.
func (s *server) stamp(c *gin.Context) {
	if !slices.Contains(strings.Fields(claimsOf(c).Scope), "papers:admin") {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	s.papers[c.Param("id")].Text += " (seen)"
	c.Status(http.StatusNoContent)
}

// own finds among the clerk's.
func (s *server) own(clerk, id string) (*paper, error) {
	for _, p := range s.by(clerk) {
		if p.ID == id {
			return p, nil
		}
	}
	return nil, access.ErrDenied
}

// add looks for the paper first.
func (s *server) add(c *gin.Context) {
	id := c.Param("id")
	if _, err := s.own(clerk(c), id); err != nil {
		done(c, err)
		return
	}
	s.papers[id].Sheets = append(s.papers[id].Sheets, c.Query("sheet"))
	c.Status(http.StatusNoContent)
}

// refresh has it made anew.
func (s *server) refresh(c *gin.Context) {
	s.cache.forget(c.Param("id"))
	c.Status(http.StatusNoContent)
}

// of is for oneself, under one's name or as "me".
func (s *server) of(c *gin.Context) {
	id := c.Param("clerk_id")
	if id == "me" {
		id = clerk(c)
	}
	if id != clerk(c) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.JSON(http.StatusOK, s.by(id))
}

// find leaves the paper, and mine looks whose it is.
func (s *server) find(c *gin.Context) {
	p, ok := s.papers[c.Param("id")]
	if !ok {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.Set("paper", p)
}

func (s *server) mine(c *gin.Context) {
	if c.MustGet("paper").(*paper).OwnerID != clerk(c) {
		c.AbortWithStatus(http.StatusForbidden)
	}
}

func (s *server) show(c *gin.Context) { c.JSON(http.StatusOK, c.MustGet("paper")) }

func (s *server) remove(c *gin.Context) {
	delete(s.papers, c.MustGet("paper").(*paper).ID)
	c.Status(http.StatusNoContent)
}

func (s *server) ticketOwn(c *gin.Context) {
	p, ok := s.papers[c.Param("id")]
	if !ok || p.OwnerID != clerk(c) {
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
