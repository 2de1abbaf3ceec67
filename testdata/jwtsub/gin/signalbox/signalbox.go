// Package signalbox has tests that refuse the wrong ones: those who have the role,
// or whose record it is.
package signalbox

import (
	"database/sql"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type badge struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

type box struct {
	key []byte
	db  *sql.DB
}

func (b *box) badge(c *gin.Context) (*badge, bool) {
	var mine badge
	_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &mine,
		func(*jwt.Token) (any, error) { return b.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return nil, false
	}
	c.Set("signaller", mine.Subject)
	return &mine, true
}

// onDuty says whether somebody is still employed.
func (b *box) onDuty(who string) bool {
	var n int
	err := b.db.QueryRow("SELECT count(*) FROM rota WHERE signaller_id = $1", who).Scan(&n)
	return err == nil && n > 0
}

// signaller is somebody's account.
type signaller struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
	Name    string `json:"name"`
}

func (b *box) rename(c *gin.Context, id, name string) {
	if _, err := b.db.Exec("UPDATE signallers SET name = $1 WHERE id = $2", name, id); err != nil {
		c.Status(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, signaller{ID: id, Name: name})
}

// Handler is the whole application.
func Handler(key []byte, db *sql.DB) http.Handler {
	b := &box{key, db}
	r := gin.New()
	r.GET("/me", b.anybody, b.me)
	staff := r.Group("/staff", b.chiefsOnDuty)
	staff.PUT("/signallers/:id", b.renameAny)
	chiefs := r.Group("/chiefs", b.onlyChiefs)
	chiefs.PUT("/signallers/:id", b.renameByChief)
	r.DELETE("/signallers/:id", b.anybody, b.dismiss)
	r.DELETE("/resignations/:id", b.anybody, b.resign)
	return r
}
