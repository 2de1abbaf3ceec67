package notes

import (
	"log"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

// show forgets what list knows: a note is for its owner.
func (s *server) show(c *gin.Context) {
	n, ok := s.notes.find(c.Param("id")) // want "jwtsub/unchecked-read"
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, n)
}

// That there is a user is no reason to write into anybody's note.
func (s *server) update(c *gin.Context) {
	if c.GetString("user") == "" {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	id := c.Param("id") // want "jwtsub/unchecked-write"
	var body note
	if err := c.ShouldBindJSON(&body); err != nil {
		c.AbortWithStatus(http.StatusBadRequest)
		return
	}
	if !s.notes.update(id, body.Text) {
		c.Status(http.StatusNotFound)
		return
	}
	c.Status(http.StatusNoContent)
}

func (s *server) remove(c *gin.Context) {
	s.notes.delete(c.Param("id")) // want "jwtsub/unchecked-write"
	c.Status(http.StatusNoContent)
}

// patch fills in the user, whom apply never reads.
func (s *server) patch(c *gin.Context) {
	err := s.editor.apply(change{
		ID:     c.Param("id"), // want "jwtsub/unchecked-write"
		UserID: c.GetString("user"),
		Text:   c.Query("text"),
	})
	if err != nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.Status(http.StatusNoContent)
}

// The store is two calls away.
func (s *server) retype(c *gin.Context) {
	if err := s.editor.retype(c.Param("id"), c.Query("text")); err != nil { // want "jwtsub/unchecked-write"
		c.Status(http.StatusNotFound)
		return
	}
	c.Status(http.StatusNoContent)
}

// noteID reads the parameter for several handlers.
func noteID(c *gin.Context) (string, bool) {
	id := c.Param("id")
	if !strings.HasPrefix(id, "n-") {
		c.AbortWithStatus(http.StatusBadRequest)
		return "", false
	}
	return id, true
}

func (s *server) raw(c *gin.Context) {
	id, ok := noteID(c) // want "jwtsub/unchecked-read"
	if !ok {
		return
	}
	n, _ := s.notes.find(id)
	c.String(http.StatusOK, n.Text)
}

// export makes its handler.
func export(notes *store) gin.HandlerFunc {
	return func(c *gin.Context) {
		n, ok := notes.find(c.Param("id")) // want "jwtsub/unchecked-read"
		if !ok {
			c.Status(http.StatusNotFound)
			return
		}
		c.XML(http.StatusOK, n)
	}
}

func logged(next gin.HandlerFunc) gin.HandlerFunc {
	return func(c *gin.Context) {
		log.Print(c.Request.URL.Path)
		next(c)
	}
}

// clear writes down who it was and lets it happen.
func (s *server) clear(c *gin.Context) {
	id := c.Param("id") // want "jwtsub/unchecked-write"
	log.Printf("%s clears %s", c.GetString("user"), id)
	s.notes.update(id, "")
	c.Status(http.StatusNoContent)
}

// edit keeps the editor's name beside the text.
func (s *server) edit(c *gin.Context) {
	n, ok := s.notes.find(c.Param("id")) // want "jwtsub/unchecked-write"
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	n.Text = c.Query("text")
	n.EditedBy = c.GetString("user")
	s.notes.save(n)
	c.Status(http.StatusNoContent)
}

// withUser hands the caller's name to the handler.
func (s *server) withUser(next func(c *gin.Context, user string)) gin.HandlerFunc {
	return func(c *gin.Context) { next(c, c.GetString("user")) }
}

// reset only tells the caller who they are.
func (s *server) reset(c *gin.Context, user string) {
	id := c.Param("id") // want "jwtsub/unchecked-write"
	s.notes.update(id, "new")
	c.JSON(http.StatusOK, gin.H{"id": id, "reset_by": user})
}

// Whatever is behind the interface, it cannot know who asks.
func (s *server) shred(c *gin.Context) {
	if err := s.trash.Shred(c.Param("id")); err != nil { // want "jwtsub/unchecked-write"
		c.Status(http.StatusNotFound)
		return
	}
	c.Status(http.StatusNoContent)
}

// blank stands behind requireRole("user"), which is everybody.
func (s *server) blank(c *gin.Context) {
	s.notes.update(c.Param("id"), "") // want "jwtsub/unchecked-write"
	c.Status(http.StatusNoContent)
}

// notesOf is the list of whoever the path names.
func (s *server) notesOf(c *gin.Context) {
	c.JSON(http.StatusOK, s.notes.byOwner(c.Param("user_id"))) // want "jwtsub/unchecked-read"
}

func (s *server) forget(c *gin.Context) {
	user := c.Param("user_id") // want "jwtsub/unchecked-write"
	for _, n := range s.notes.byOwner(user) {
		s.notes.delete(n.ID)
	}
	c.Status(http.StatusNoContent)
}

// preview frowns at strangers.
func (s *server) preview(c *gin.Context) {
	n, ok := s.notes.find(c.Param("id")) // want "jwtsub/ineffective"
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	if user := c.GetString("user"); n.OwnerID != user {
		log.Printf("%s looks at a note of %s", user, n.OwnerID)
	}
	c.String(http.StatusOK, n.Text)
}

// card tells strangers that the note is not theirs, and what it says.
func (s *server) card(c *gin.Context) {
	n, ok := s.notes.find(c.Param("id")) // want "jwtsub/ineffective"
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, gin.H{"text": n.Text, "mine": n.OwnerID == c.GetString("user")})
}

// owner compares the note's owner with the note's owner.
func (s *server) owner(c *gin.Context) {
	n, ok := s.notes.find(c.Param("id")) // want "jwtsub/ineffective"
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	owner := s.people[n.OwnerID]
	if owner.ID != n.OwnerID {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.JSON(http.StatusOK, n)
}

// removeNow aborts the handlers after it, not itself.
func (s *server) removeNow(c *gin.Context) {
	id := c.Param("id") // want "jwtsub/ineffective"
	n, ok := s.notes.find(id)
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	if n.OwnerID != c.GetString("user") {
		c.AbortWithStatusJSON(http.StatusForbidden, gin.H{"error": "not your note"})
	}
	s.notes.delete(id)
	c.Status(http.StatusNoContent)
}

// removeLate refuses when it is done.
func (s *server) removeLate(c *gin.Context) {
	id := c.Param("id") // want "jwtsub/ineffective"
	n, ok := s.notes.find(id)
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	s.notes.delete(id)
	if n.OwnerID != c.GetString("user") {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Status(http.StatusNoContent)
}
