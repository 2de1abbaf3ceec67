// Package diary keeps people's entries through gorm. A struct with the caller
// and the ID goes down; what it selects by is the repository's affair.
package diary

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
	"gorm.io/gorm"
)

// Entry is one day of somebody's.
type Entry struct {
	ID     uint   `gorm:"primaryKey" json:"id"`
	UserID string `json:"user_id"`
	Text   string `json:"text"`
}

type server struct{ entries *entries }

func authenticate(key []byte) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			var claims jwt.RegisteredClaims
			_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.Request().Header.Get("Authorization"), "Bearer "), &claims,
				func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
			if err != nil {
				return echo.ErrUnauthorized
			}
			c.Set("user", claims.Subject)
			return next(c)
		}
	}
}

func user(c echo.Context) string {
	name, _ := c.Get("user").(string)
	return name
}

// Handler is the application on the entries of db.
func Handler(key []byte, db *gorm.DB) http.Handler {
	s := &server{&entries{db}}
	e := echo.New()
	e.Use(authenticate(key))
	e.GET("/entries", s.list)
	e.POST("/entries", s.write)
	e.PUT("/entries/:id", s.rewrite)
	e.PATCH("/entries/:id", s.save)
	e.GET("/own/:id", s.showOwn)
	e.PUT("/own/:id", s.rewriteOwn)
	e.PATCH("/own/:id", s.saveOwn)
	return e
}

func (s *server) list(c echo.Context) error {
	all, err := s.entries.of(user(c))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, all)
}

func (s *server) write(c echo.Context) error {
	n := Entry{UserID: user(c), Text: c.QueryParam("text")}
	if err := s.entries.add(&n); err != nil {
		return err
	}
	return c.JSON(http.StatusCreated, n)
}

// number is the path's ID.
func number(c echo.Context) (uint, error) {
	id, err := strconv.ParseUint(c.Param("id"), 10, 32)
	return uint(id), err
}

func finish(c echo.Context, err error) error {
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return echo.ErrNotFound
	}
	if err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

type entries struct{ db *gorm.DB }

func (r *entries) of(user string) ([]Entry, error) {
	var all []Entry
	err := r.db.Where("user_id = ?", user).Find(&all).Error
	return all, err
}

func (r *entries) add(n *Entry) error { return r.db.Create(n).Error }
