package marina

import "github.com/gin-gonic/gin"

// contract shows anybody's: they are only listed by who has made them.
func (m *marina) contract(c *gin.Context) {
	var one contract
	err := m.db.QueryRow("SELECT id, sailor_id FROM contracts WHERE id = $1", c.Param("id")).Scan(&one.ID, &one.SailorID) // want "jwtsub/unchecked-read"
	reply(c, one, err)
}

// hang overwrites anybody's card.
func (m *marina) hang(c *gin.Context) {
	one := &card{ID: c.Param("id")} // want "jwtsub/unchecked-write"
	m.cards.Set(one.ID, one)
	reply(c, one, nil)
}
