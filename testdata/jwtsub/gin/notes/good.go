package notes

import (
	"log"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"
)

// settings are shown to the person themselves.
func (s *server) settings(c *gin.Context) {
	id := c.Param("id")
	if id != c.GetString("user") {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.String(http.StatusOK, s.people[id].Settings)
}

// showOwn compares when the note is there and before it is shown.
func (s *server) showOwn(c *gin.Context) {
	n, ok := s.notes.find(c.Param("id"))
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	if n.OwnerID != c.GetString("user") {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.JSON(http.StatusOK, n)
}

func mayEdit(n note, user string) error {
	if n.OwnerID != user {
		return errForbidden
	}
	return nil
}

// A helper compares, and its error is acted on.
func (s *server) updateOwn(c *gin.Context) {
	id := c.Param("id")
	n, ok := s.notes.find(id)
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	if err := mayEdit(n, c.GetString("user")); err != nil {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	var body note
	if err := c.ShouldBindJSON(&body); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	s.notes.update(id, body.Text)
	c.Status(http.StatusNoContent)
}

// The note itself compares.
func (s *server) removeOwn(c *gin.Context) {
	id, ok := noteID(c)
	if !ok {
		return
	}
	if n, found := s.notes.find(id); !found || !n.ownedBy(c.GetString("user")) {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	s.notes.delete(id)
	c.Status(http.StatusNoContent)
}

// The service reads the user that the request carries.
func (s *server) patchOwn(c *gin.Context) {
	wanted := change{ID: c.Param("id"), Text: c.Query("text")}
	wanted.UserID = c.GetString("user")
	if err := s.editor.applyOwn(wanted); err != nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.Status(http.StatusNoContent)
}

// One look-up takes both.
func (s *server) textOwn(c *gin.Context) {
	n, ok := s.notes.findOwned(c.Param("id"), c.GetString("user"))
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	c.String(http.StatusOK, n.Text)
}

// The comparison is two calls away.
func (s *server) retypeOwn(c *gin.Context) {
	if err := s.editor.retypeOwn(c.GetString("user"), c.Param("id"), c.Query("text")); err != nil {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Status(http.StatusNoContent)
}

// The owner gets an answer; all others fall through.
func (s *server) cardOwn(c *gin.Context) {
	user := c.MustGet("user").(string)
	if n, _ := s.notes.find(c.Param("id")); n.OwnerID == user {
		c.JSON(http.StatusOK, n)
		return
	}
	c.AbortWithStatus(http.StatusForbidden)
}

func (s *server) resetOwn(c *gin.Context, user string) {
	id := c.Param("id")
	if n, _ := s.notes.find(id); n.OwnerID != user {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	s.notes.update(id, "new")
	c.JSON(http.StatusOK, gin.H{"id": id, "reset_by": user})
}

// What is behind the interface is told whose note it may be.
func (s *server) shredOwn(c *gin.Context) {
	if err := s.bin.ShredOwn(c.GetString("user"), c.Param("id")); err != nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.Status(http.StatusNoContent)
}

// What is behind the interface finds the user in the context.
func (s *server) restore(c *gin.Context) {
	if err := s.archive.Restore(c.Request.Context(), c.Param("id")); err != nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.Status(http.StatusNoContent)
}

// Only the administrator locks notes, and that is anybody's.
func (s *server) lock(c *gin.Context) {
	if c.GetString("role") != "admin" {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	s.notes.update(c.Param("id"), "locked")
	c.Status(http.StatusNoContent)
}

// The administrator or the owner.
func (s *server) history(c *gin.Context) {
	n, ok := s.notes.find(c.Param("id"))
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	if c.GetString("role") != "admin" && n.OwnerID != c.GetString("user") {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.JSON(http.StatusOK, []note{n})
}

// currentUser is the caller's own record.
func (s *server) currentUser(c *gin.Context) person { return s.people[c.GetString("user")] }

// The record of the caller says which notes are theirs.
func (s *server) listed(c *gin.Context) {
	id := c.Param("id")
	if user := s.currentUser(c); !slices.Contains(user.NoteIDs, id) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	n, _ := s.notes.find(id)
	c.JSON(http.StatusOK, n)
}

// The same in a loop.
func (s *server) searched(c *gin.Context) {
	id := c.Param("id")
	for _, own := range s.currentUser(c).NoteIDs {
		if own == id {
			n, _ := s.notes.find(id)
			c.JSON(http.StatusOK, n)
			return
		}
	}
	c.AbortWithStatus(http.StatusForbidden)
}

// The ID goes nowhere but into the log and back to the caller.
func ping(c *gin.Context) {
	log.Printf("%s is reading %s", c.GetString("user"), c.Param("id"))
	c.JSON(http.StatusOK, gin.H{"id": c.Param("id")})
}

// ownNote lets owners through to the handlers behind it.
func (s *server) ownNote(c *gin.Context) {
	n, ok := s.notes.find(c.Param("id"))
	if !ok || n.OwnerID != c.GetString("user") {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Next()
}

// owns does so for a parameter of any name.
func (s *server) owns(param string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if n, ok := s.notes.find(c.Param(param)); !ok || !n.ownedBy(c.GetString("user")) {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

func (s *server) showChecked(c *gin.Context) {
	n, _ := s.notes.find(c.Param("id"))
	c.JSON(http.StatusOK, n)
}

func (s *server) removeChecked(c *gin.Context) {
	s.notes.delete(c.Param("id"))
	c.Status(http.StatusNoContent)
}

func (s *server) showShared(c *gin.Context) {
	n, _ := s.notes.find(c.Param("note"))
	c.JSON(http.StatusOK, n)
}

// These stand behind requireRole("admin").
func (s *server) showAny(c *gin.Context) {
	n, _ := s.notes.find(c.Param("id"))
	c.JSON(http.StatusOK, n)
}

func (s *server) removeAny(c *gin.Context) {
	s.notes.delete(c.Param("id"))
	c.Status(http.StatusNoContent)
}
