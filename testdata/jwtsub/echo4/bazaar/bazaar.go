// Package bazaar knows who calls, if anybody does, and asks for a caller only on
// the routes that come after its guard.
package bazaar

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
	"gorm.io/gorm"
)

type stall struct {
	ID      string `json:"id"`
	OwnerID string `json:"owner_id"`
}

type bazaar struct {
	key []byte
	db  *gorm.DB
}

type badge struct{ jwt.RegisteredClaims }

// read says in words what is wrong with a badge.
func (b *bazaar) read(raw string) (*badge, string) {
	mine := new(badge)
	_, err := jwt.ParseWithClaims(raw, mine, func(*jwt.Token) (any, error) { return b.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, "the badge is no good"
	}
	return mine, ""
}

// greet looks at the badge and lets everybody pass.
func (b *bazaar) greet(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		mine, _ := b.read(c.Request().Header.Get("X-Badge"))
		c.Set("badge", mine)
		return next(c)
	}
}

// known lets those pass who have one.
func known(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if mine := c.Get("badge").(*badge); mine == nil {
			return c.NoContent(http.StatusUnauthorized)
		}
		return next(c)
	}
}

// App is the whole application.
func App(key []byte, db *gorm.DB) *echo.Echo {
	b := &bazaar{key, db}
	e := echo.New()
	e.Use(b.greet)
	stalls := e.Group("/stalls")
	stalls.GET("/:userId", b.stallsOf)
	stalls.DELETE("/walls/:id", b.breakDown)
	stalls.Use(known)
	stalls.DELETE("/:id", b.close)
	stalls.PUT("/:id", b.move)
	return e
}
