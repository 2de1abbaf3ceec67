package council

import "github.com/gin-gonic/gin"

func (s *server) show(c *gin.Context) {
	var m Minute
	answer(c, &m, s.db.First(&m, number(c, "id"))) // missed: jwtsub/unchecked-read
}

func (s *server) lose(c *gin.Context) {
	id := number(c, "id") // missed: jwtsub/unchecked-write
	answer(c, id, s.db.Delete(&Minute{}, "id = ?", id))
}
