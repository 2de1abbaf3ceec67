package council

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// seated counts the caller's seats in the town.
func (s *server) seated(c *gin.Context) {
	var n int64
	err := s.db.Model(&Seat{}).Where("town_id = ? AND name = ?", number(c, "town_id"), c.GetString("name")).Count(&n).Error
	if err != nil || n == 0 {
		c.AbortWithStatus(http.StatusForbidden)
	}
}

func (s *server) list(c *gin.Context) {
	var all []Minute
	answer(c, &all, s.db.Where("town_id = ?", number(c, "town_id")).Find(&all))
}

func (s *server) showOwn(c *gin.Context) {
	var m Minute
	answer(c, &m, s.db.Where("town_id = ? AND id = ?", number(c, "town_id"), number(c, "id")).First(&m))
}
