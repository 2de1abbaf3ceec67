// Package jukebox has songs that are everybody's, whoever marks them, and
// vouchers that are somebody's.
package jukebox

import (
	"log"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"gorm.io/gorm"
)

type song struct{ ID, Title string }

type voucher struct{ ID, UserID, Code string }

type permission struct{ UserID, Slug string }

// What the page to begin with puts together.
type (
	shift  struct{ ID, Name string }
	notice struct{ ID, Text string }
	seat   struct{ ID, Row string }
	rota   struct{ ID, Week string }
)

type jukebox struct {
	db  *gorm.DB
	key []byte
}

func (j *jukebox) guest(c *gin.Context) {
	mine := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), mine,
		func(*jwt.Token) (any, error) { return j.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("claims", map[string]any(mine))
	c.Set("user", mine["sub"])
}

func caller(c *gin.Context) string { return c.GetString("user") }

// checkPermission looks up what the caller may, unless the token is of a kind that may all.
func (j *jukebox) checkPermission(slug string) gin.HandlerFunc {
	return func(c *gin.Context) {
		claims, ok := c.MustGet("claims").(map[string]any)
		if !ok {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		kind := 0
		if k, ok := claims["kind"].(float64); ok {
			kind = int(k)
		}
		if kind == 1 {
			c.Next()
			return
		}
		var n int64
		if err := j.db.Model(&permission{}).Where("user_id = ? AND slug = ?", claims["sub"], slug).Count(&n).Error; err != nil || n == 0 {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

// Serve serves the jukebox.
func Serve(j *jukebox) error {
	r := gin.New()
	r.DELETE("/open/:id", j.wipe)
	known := r.Group("/", j.guest)
	known.GET("/favorites/songs", j.favorites)
	known.GET("/songs/:id", j.song)
	known.GET("/vouchers", j.vouchers)
	known.GET("/vouchers/:id", j.voucher)
	known.PUT("/vouchers/:id", j.checkPermission("vouchers.edit"), j.stamp)
	known.GET("/home", j.home)
	known.GET("/shifts/:id", j.shift)
	return r.Run()
}

// wipe is behind no token: that is another matter.
func (j *jukebox) wipe(c *gin.Context) {
	log.Print("wiped by ", caller(c))
	j.db.Delete(&voucher{}, "id = ?", c.Param("id"))
}

func (j *jukebox) stamp(c *gin.Context) {
	j.db.Model(&voucher{}).Where("id = ?", c.Param("id")).Update("code", c.Query("code"))
}
