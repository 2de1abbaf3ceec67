package studio

import (
	"context"

	"github.com/gin-gonic/gin"
)

// showOwn's literal compares.
func (s *server) showOwn(c *gin.Context) {
	byID(c, "id", func(ctx context.Context, id string) (any, error) {
		found, ok := s.sketches.sketches[id]
		if !ok || found.ArtistID != artist(ctx) {
			return nil, errNone
		}
		return found, nil
	})
}

// renameOwn's knows the artist from outside.
func (s *server) renameOwn(c *gin.Context) {
	who := artist(c.Request.Context())
	byID(c, "id", func(_ context.Context, id string) (any, error) {
		found, ok := s.sketches.sketches[id]
		if !ok || found.ArtistID != who {
			return nil, errNone
		}
		found.Title = c.Query("title")
		s.sketches.put(found)
		return found, nil
	})
}

// burnOwn's method compares.
func (s *server) burnOwn(c *gin.Context) { byID(c, "id", s.sketches.removeOwn) }

func (d *drawer) removeOwn(ctx context.Context, id string) (any, error) {
	s, ok := d.sketches[id]
	if !ok || s.ArtistID != artist(ctx) {
		return nil, errNone
	}
	return d.remove(ctx, id)
}
