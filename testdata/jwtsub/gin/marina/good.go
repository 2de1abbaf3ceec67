package marina

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func reply(c *gin.Context, found any, err error) {
	if err != nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, found)
}

// berths shows all of them to everybody.
func (m *marina) berths(c *gin.Context) {
	rows, err := m.db.Query("SELECT id, tenant_id, name FROM berths ORDER BY name LIMIT $1", c.Query("limit"))
	if err != nil {
		reply(c, nil, err)
		return
	}
	defer rows.Close()
	var all []berth
	for rows.Next() {
		var b berth
		if err := rows.Scan(&b.ID, &b.TenantID, &b.Name); err != nil {
			reply(c, nil, err)
			return
		}
		all = append(all, b)
	}
	reply(c, all, rows.Err())
}

// show shows one of those.
func (m *marina) show(c *gin.Context) {
	b, err := m.berth(c.Param("id")) // want "jwtsub/weak-evidence"
	reply(c, b, err)
}

// free tells when nobody has booked it, and not who has.
func (m *marina) free(c *gin.Context) {
	b, err := m.berth(c.Param("id")) // want "jwtsub/weak-evidence"
	if err != nil {
		reply(c, nil, err)
		return
	}
	taken, err := m.bookings(filter{BerthID: b.ID})
	reply(c, len(taken) == 0, err)
}

// seal reads no record at all.
func (m *marina) seal(c *gin.Context) { reply(c, "an anchor", nil) }

// wardens is for those who are among them.
func (m *marina) wardens(c *gin.Context) {
	id := c.Param("id")
	if !m.isWarden(id, c.GetString("sailor")) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	rows, err := m.db.Query("SELECT name FROM wardens WHERE berth_id = $1", id)
	if err != nil {
		reply(c, nil, err)
		return
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			reply(c, nil, err)
			return
		}
		names = append(names, name)
	}
	reply(c, names, rows.Err())
}

// rename is for wardens.
func (m *marina) rename(c *gin.Context) {
	id := c.Param("id")
	if !m.isWarden(id, c.GetString("sailor")) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	_, err := m.db.Exec("UPDATE berths SET name = $1 WHERE id = $2", c.PostForm("name"), id)
	reply(c, nil, err)
}

func (m *marina) ownContracts(c *gin.Context) {
	mine, err := m.contracts("SELECT id, sailor_id FROM contracts WHERE sailor_id = $1", c.GetString("sailor"))
	reply(c, mine, err)
}

// ledger shows all of them, which has been forgotten to be guarded.
func (m *marina) ledger(c *gin.Context) {
	all, err := m.contracts("SELECT id, sailor_id FROM contracts")
	reply(c, all, err)
}

func (m *marina) contracts(query string, by ...any) ([]contract, error) {
	rows, err := m.db.Query(query, by...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []contract
	for rows.Next() {
		var one contract
		if err := rows.Scan(&one.ID, &one.SailorID); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
