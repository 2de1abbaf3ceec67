// Package registry has deeds that are their owners'. Who may do what with them
// is asked in ways that only names tell of.
package registry

import (
	"encoding/json"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"golang.org/x/crypto/bcrypt"
	"gorm.io/gorm"
)

type deed struct{ ID, OwnerID, Seal string }

// grant is what somebody may do in an office.
type grant struct{ Office, May string }

type claims struct {
	Grade  int             `json:"grade"`
	Grants json.RawMessage `json:"grants"`
	jwt.RegisteredClaims
}

type registry struct {
	db  *gorm.DB
	key []byte
}

func (g *registry) clerk(c *gin.Context) {
	var mine claims
	_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &mine,
		func(*jwt.Token) (any, error) { return g.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("user", &mine)
}

func caller(c *gin.Context) *claims { return c.MustGet("user").(*claims) }

// first is the first of some that a function likes.
func first[T any](all []T, likes func(T) bool) *T {
	for i := range all {
		if likes(all[i]) {
			return &all[i]
		}
	}
	return nil
}

// attempt is written down of who may not do what.
type attempt struct{ DeedID, Subject, What string }

// cast turns what a token says into something of ours.
func cast(from, to any) error {
	text, err := json.Marshal(from)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, to)
}

// requirePermission looks through what the token grants, and writes down who may not.
func (g *registry) requirePermission(what string) gin.HandlerFunc {
	return func(c *gin.Context) {
		var all []grant
		if err := cast(caller(c).Grants, &all); err != nil {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		found := first(all, func(g grant) bool { return strings.HasSuffix(what, g.May) })
		if found == nil {
			g.db.Create(&attempt{c.Param("id"), caller(c).Subject, what})
			c.AbortWithStatus(http.StatusForbidden)
		}
	}
}

// requireRole is asked for a role that everybody has.
func requireRole(name string) gin.HandlerFunc {
	return func(c *gin.Context) {
		var all []grant
		if err := json.Unmarshal(caller(c).Grants, &all); err != nil || first(all, func(g grant) bool { return strings.HasSuffix(name, g.May) }) == nil {
			c.AbortWithStatus(http.StatusForbidden)
		}
	}
}

// countRoles turns nobody away.
func countRoles(c *gin.Context) {
	c.Header("X-Grants", string(caller(c).Grants))
}

// canSeal compares grades.
func canSeal(grade, least int) bool { return grade >= least }

// canCopy asks for nothing of the caller's.
func canCopy(seal string) bool { return len(seal) > 8 }

func (g *registry) owned(id string) (d deed, err error) {
	err = g.db.First(&d, "id = ?", id).Error
	return d, err
}

// checkPassword is for those who know the deed's word.
func checkPassword(given, kept string) error {
	return bcrypt.CompareHashAndPassword([]byte(kept), []byte(given))
}
