package registry

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// Routes of the registry.
func Routes(r *gin.Engine, g *registry) {
	all := r.Group("/", g.clerk)
	all.DELETE("/deeds/:id", g.requirePermission("deeds.delete"), g.shred)
	all.DELETE("/wills/:id", requireRole("user"), g.burn)
	all.DELETE("/maps/:id", countRoles, g.fold)
	all.PUT("/deeds/:id/seal", g.seal)
	all.PUT("/deeds/:id/copy", g.copied)
	all.PUT("/deeds/:id/word", g.reword)
	all.PUT("/deeds/recover/:resetcode", g.restore)
	all.PUT("/deeds/:id/look", g.look)
}

func (g *registry) shred(c *gin.Context) { g.db.Delete(&deed{}, "id = ?", c.Param("id")) }

func (g *registry) burn(c *gin.Context) { g.db.Delete(&deed{}, "will = ?", c.Param("id")) } // want "jwtsub/unchecked-write"

func (g *registry) fold(c *gin.Context) { g.db.Delete(&deed{}, "map = ?", c.Param("id")) } // want "jwtsub/unchecked-write"

func (g *registry) seal(c *gin.Context) {
	if !canSeal(caller(c).Grade, 4) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	g.db.Model(&deed{}).Where("id = ?", c.Param("id")).Update("seal", c.Query("seal"))
}

func (g *registry) copied(c *gin.Context) {
	if !canCopy(c.Query("seal")) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	g.db.Model(&deed{}).Where("id = ?", c.Param("id")).Update("seal", c.Query("seal")) // want "jwtsub/unchecked-write"
}

// reword is for who knows the old word.
func (g *registry) reword(c *gin.Context) {
	d, err := g.owned(c.Param("id"))
	if err != nil || checkPassword(c.Query("old"), d.Seal) != nil {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	g.db.Model(&deed{}).Where("id = ?", c.Param("id")).Update("seal", c.Query("new"))
}

// restore is for who has been sent the code.
func (g *registry) restore(c *gin.Context) {
	g.db.Model(&deed{}).Where("code = ?", c.Param("resetcode")).Update("seal", c.Query("new"))
}

// look does not care whether the word is right.
func (g *registry) look(c *gin.Context) {
	d, err := g.owned(c.Param("id")) // want "jwtsub/unchecked-write"
	if err != nil {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Header("X-Right", http.StatusText(right(checkPassword(c.Query("old"), d.Seal))))
	g.db.Model(&deed{}).Where("id = ?", c.Param("id")).Update("seal", c.Query("new"))
}

func right(err error) int {
	if err != nil {
		return http.StatusForbidden
	}
	return http.StatusOK
}
