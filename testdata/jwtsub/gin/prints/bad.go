package prints

import "github.com/gin-gonic/gin"

// of lists anybody's posters.
func (p *prints) of(c *gin.Context) {
	rows, part := p.posters.choose("owner_id", c.Param("userId")) // want "jwtsub/unchecked-read"
	answer(c, rows, part)
}
