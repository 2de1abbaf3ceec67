// Package prints has all it keeps selected by one method, which returns beside
// the rows where in the list they stand: of whose they are, that says nothing.
package prints

import (
	"database/sql"
	"fmt"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

// pagination says which part of a list is shown.
type pagination struct {
	Page  int `json:"page"`
	Items int `json:"items"`
}

// shelf is one table.
type shelf struct {
	db    *sql.DB
	table string
}

// choose returns the rows of the table in which a column has a value.
func (s shelf) choose(column, value string) (*sql.Rows, *pagination) {
	rows, err := s.db.Query(fmt.Sprintf("SELECT * FROM %s WHERE %s = $1", s.table, column), value)
	if err != nil {
		return nil, nil
	}
	return rows, &pagination{Page: 1}
}

type prints struct{ posters, atlases shelf }

func guard(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		var mine jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &mine,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set("caller", mine.Subject)
		c.Next()
	}
}

// Handler is the whole application.
func Handler(key []byte, db *sql.DB) http.Handler {
	p := &prints{shelf{db, "posters"}, shelf{db, "atlases"}}
	r := gin.New()
	r.Use(guard(key))
	r.GET("/posters", p.own)
	r.GET("/people/:userId/posters", p.of)
	r.GET("/atlases/:id", p.atlas)
	return r
}

func answer(c *gin.Context, rows *sql.Rows, part *pagination) {
	var all []string
	for rows != nil && rows.Next() {
		var one string
		if err := rows.Scan(&one); err != nil {
			c.AbortWithStatus(http.StatusInternalServerError)
			return
		}
		all = append(all, one)
	}
	c.JSON(http.StatusOK, gin.H{"found": all, "part": part})
}
