// Package fair is a market: everybody sees all stalls but those of people whom they
// have blocked. What is left out says nothing of whose the others are.
package fair

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

// Stall is what somebody offers.
type Stall struct {
	ID     uint   `json:"id"`
	UserID string `json:"user_id"`
	Goods  string `json:"goods"`
}

// Block is whom somebody does not want to see.
type Block struct {
	ID     uint
	UserID string
	Whom   string
}

// Receipt is what somebody has paid.
type Receipt struct {
	ID     uint   `json:"id"`
	UserID string `json:"user_id"`
	Sum    int    `json:"sum"`
}

type fair struct{ db *gorm.DB }

func guard(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		var mine jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &mine,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set("user_id", mine.Subject)
		c.Next()
	}
}

// Handler is the whole application.
func Handler(key []byte, db *gorm.DB) http.Handler {
	f := &fair{db}
	r := gin.New()
	r.Use(guard(key))
	r.GET("/stalls", f.stalls)
	r.GET("/stalls/:id", f.stall)
	r.GET("/receipts", f.receipts)
	r.GET("/receipts/:id", f.receipt)
	r.GET("/others/:id", f.other)
	return r
}
