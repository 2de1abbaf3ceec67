package prints

import "github.com/gin-gonic/gin"

// own lists the caller's posters.
func (p *prints) own(c *gin.Context) {
	rows, part := p.posters.choose("owner_id", c.GetString("caller"))
	answer(c, rows, part)
}

// atlas is everybody's.
func (p *prints) atlas(c *gin.Context) {
	rows, part := p.atlases.choose("id", c.Param("id"))
	answer(c, rows, part)
}
