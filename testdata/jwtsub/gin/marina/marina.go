// Package marina has berths that everybody may look at and wardens look after,
// and contracts that are between the marina and who has made them.
package marina

import (
	"database/sql"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtsub/gin/marina/slot"
)

type berth struct {
	ID       string `json:"id"`
	TenantID string `json:"tenant_id"`
	Name     string `json:"name"`
}

type booking struct {
	ID      string `json:"id"`
	UserID  string `json:"user_id"`
	BerthID string `json:"berth_id"`
}

type contract struct {
	ID       string `json:"id"`
	SailorID string `json:"sailor_id"`
}

type card struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
}

// rack is where cards hang; who keeps it is out of view.
type rack interface {
	Set(id string, one *card)
}

type marina struct {
	db    *sql.DB
	cards rack
}

func guard(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		var mine jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &mine,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set("sailor", mine.Subject)
		c.Next()
	}
}

// about leaves the contract in the context.
func about(c *gin.Context) {
	slot.Keep(c, c.Param("id"))
	c.Next()
}

// Handler is the whole application.
func Handler(key []byte, db *sql.DB, cards rack) http.Handler {
	m := &marina{db, cards}
	r := gin.New()
	r.Use(guard(key))
	r.GET("/berths", m.berths)
	r.GET("/contracts", m.ownContracts)
	r.GET("/ledger", m.ledger)
	r.GET("/contracts/:id", m.contract)
	r.PUT("/cards/:id", m.hang)
	r.GET("/contracts/:id/seal", about, m.seal)
	one := r.Group("/berths/:id")
	one.GET("", m.show)
	one.GET("/free", m.free)
	one.GET("/wardens", m.wardens)
	one.PATCH("", m.rename)
	return r
}

// filter says which bookings are meant; what is empty does not matter.
type filter struct{ UserID, BerthID string }

func (m *marina) bookings(f filter) ([]booking, error) {
	query := "SELECT id, user_id, berth_id FROM bookings WHERE true"
	var by []any
	if f.UserID != "" {
		query += " AND user_id = ?"
		by = append(by, f.UserID)
	}
	if f.BerthID != "" {
		query += " AND berth_id = ?"
		by = append(by, f.BerthID)
	}
	rows, err := m.db.Query(query, by...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []booking
	for rows.Next() {
		var b booking
		if err := rows.Scan(&b.ID, &b.UserID, &b.BerthID); err != nil {
			return nil, err
		}
		all = append(all, b)
	}
	return all, rows.Err()
}

func (m *marina) berth(id string) (*berth, error) {
	b := new(berth)
	err := m.db.QueryRow("SELECT id, tenant_id, name FROM berths WHERE id = $1", id).Scan(&b.ID, &b.TenantID, &b.Name)
	return b, err
}

// isWarden tells whether somebody looks after a berth that there is.
func (m *marina) isWarden(id, sailor string) bool {
	b, err := m.berth(id)
	if err != nil {
		return false
	}
	var n int
	err = m.db.QueryRow("SELECT count(*) FROM wardens WHERE berth_id = $1 AND sailor_id = $2", b.ID, sailor).Scan(&n)
	return err == nil && n > 0
}
