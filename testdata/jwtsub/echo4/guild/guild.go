// Package guild has a library verify the token, and takes it apart by hand to
// see who calls.
package guild

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
	"gorm.io/gorm"
)

type tool struct {
	ID       uint `gorm:"primarykey"`
	MemberID uint
	Name     string
}

type guild struct{ db *gorm.DB }

// claimsOf is what the middle part of a token says.
func claimsOf(token string) (map[string]any, error) {
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return nil, errors.New("this is no token")
	}
	text, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		return nil, err
	}
	var said map[string]any
	err = json.Unmarshal(text, &said)
	return said, err
}

// fileType takes a name apart in the same way, and decodes nothing.
func fileType(name string) string {
	parts := strings.Split(name, ".")
	if len(parts) < 2 {
		return ""
	}
	return parts[1]
}

// member is who calls.
func member(c echo.Context) (uint, error) {
	said, err := claimsOf(strings.TrimPrefix(c.Request().Header.Get("Authorization"), "Bearer "))
	if err != nil {
		return 0, err
	}
	number, ok := said["nr"].(float64)
	if !ok {
		return 0, errors.New("the token names nobody")
	}
	return uint(number), nil
}

// stewards lets only those pass who keep the house.
func stewards(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		said, err := claimsOf(strings.TrimPrefix(c.Request().Header.Get("Authorization"), "Bearer "))
		if err != nil {
			return c.NoContent(http.StatusUnauthorized)
		}
		if rank, ok := said["role"].(string); !ok || rank != "steward" {
			return c.NoContent(http.StatusForbidden)
		}
		return next(c)
	}
}

// App is the whole application.
func App(key []byte, db *gorm.DB) *echo.Echo {
	g := &guild{db}
	e := echo.New()
	e.Use(echojwt.JWT(key))
	e.DELETE("/tools/:id", g.giveBack)
	e.PUT("/tools/:id", g.rename)
	e.PUT("/tools/:id/plan/:file", g.draw)
	house := e.Group("/house", stewards)
	house.DELETE("/tools/:id", g.scrap)
	return e
}
