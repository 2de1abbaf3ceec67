// Package granary keeps its transactions in the context: who calls is not said by
// that.
package granary

import (
	"context"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

// Sack is somebody's.
type Sack struct {
	ID     uint   `json:"id"`
	UserID string `json:"user_id"`
	Grain  string `json:"grain"`
}

type granary struct{ db *gorm.DB }

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

// at is the transaction under way, or none.
func (g *granary) at(ctx context.Context) *gorm.DB {
	tx, ok := ctx.Value("tx").(*gorm.DB)
	if !ok {
		tx = g.db
	}
	return tx
}

// refill changes any sack.
func (g *granary) refill(ctx context.Context, id, grain string) error {
	tx, ok := ctx.Value("tx").(*gorm.DB)
	if !ok {
		tx = g.db
	}
	return tx.Model(&Sack{}).Where("id = ?", id).Update("grain", grain).Error
}

// empty changes any sack too.
func (g *granary) empty(ctx context.Context, id string) error {
	return g.at(ctx).Delete(&Sack{}, "id = ?", id).Error
}

// emptyOwn changes one of somebody's.
func (g *granary) emptyOwn(ctx context.Context, id, user string) error {
	return g.at(ctx).Delete(&Sack{}, "id = ? AND user_id = ?", id, user).Error
}

func answer(c *gin.Context, err error) {
	if err != nil {
		c.Status(http.StatusNotFound)
		return
	}
	c.Status(http.StatusNoContent)
}

// Handler is the whole application.
func Handler(key []byte, db *gorm.DB) http.Handler {
	g := &granary{db}
	r := gin.New()
	r.Use(guard(key))
	r.PATCH("/sacks/:id", g.change)
	r.DELETE("/sacks/:id", g.drop)
	r.DELETE("/mine/:id", g.dropOwn)
	return r
}
