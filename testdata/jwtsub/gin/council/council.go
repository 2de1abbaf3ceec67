// Package council has the minutes of towns, through gorm: whoever has a seat
// may have the list.
package council

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

// Minute is of one meeting.
type Minute struct {
	ID     uint   `gorm:"primaryKey" json:"id"`
	TownID uint   `json:"town_id"`
	Text   string `json:"text"`
}

// Seat is somebody's in a town.
type Seat struct {
	TownID uint
	Name   string
}

type server struct{ db *gorm.DB }

func authenticate(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set("name", claims.Subject)
	}
}

// Handler is the application on the minutes of db.
func Handler(key []byte, db *gorm.DB) http.Handler {
	s := &server{db}
	r := gin.New()
	r.Use(authenticate(key))
	town := r.Group("/towns/:town_id", s.seated)
	town.GET("/minutes", s.list)
	town.GET("/minutes/:id", s.showOwn)
	r.GET("/minutes/:id", s.show)
	r.DELETE("/minutes/:id", s.lose)
	return r
}

func number(c *gin.Context, param string) uint {
	n, err := strconv.ParseUint(c.Param(param), 10, 32)
	if err != nil {
		return 0
	}
	return uint(n)
}

func answer(c *gin.Context, v any, tx *gorm.DB) {
	if tx.Error != nil {
		c.AbortWithStatus(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, v)
}
