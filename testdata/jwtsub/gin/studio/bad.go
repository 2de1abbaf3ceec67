package studio

import (
	"context"

	"github.com/gin-gonic/gin"
)

// show gives a literal.
func (s *server) show(c *gin.Context) {
	byID(c, "id", func(_ context.Context, id string) (any, error) { // want "jwtsub/unchecked-read"
		found, ok := s.sketches.sketches[id]
		if !ok {
			return nil, errNone
		}
		return found, nil
	})
}

// rename gives one that writes.
func (s *server) rename(c *gin.Context) {
	byID(c, "id", func(_ context.Context, id string) (any, error) { // want "jwtsub/unchecked-write"
		found, ok := s.sketches.sketches[id]
		if !ok {
			return nil, errNone
		}
		found.Title = c.Query("title")
		s.sketches.put(found)
		return found, nil
	})
}

// burn gives a method.
func (s *server) burn(c *gin.Context) {
	byID(c, "id", s.sketches.remove) // want "jwtsub/unchecked-write"
}
