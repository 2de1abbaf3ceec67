package across

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"

	"example.com/fixtures/jwtaudit/across/holder"
)

type box struct{ UserID uint }

type boxes interface {
	First(into any, id string) error
}

// Taken compares what a middleware has left, of a type of another package.
func Taken(db boxes) echo.HandlerFunc {
	return func(c echo.Context) error {
		_, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		var b box
		if err := db.First(&b, c.Param("id")); err != nil {
			return c.NoContent(http.StatusNotFound)
		}
		claims, _ := c.Get("member").(*holder.Claims)
		if claims.UserID != b.UserID { // want `jwtaudit/silent`
			return c.JSON(http.StatusUnauthorized, "not yours")
		}
		return c.NoContent(http.StatusOK)
	}
}

// TakenOlder does so with the release before.
func TakenOlder(db boxes) echo.HandlerFunc {
	return func(c echo.Context) error {
		var b box
		if err := db.First(&b, c.Param("id")); err != nil {
			return c.NoContent(http.StatusNotFound)
		}
		claims, _ := c.Get("member").(*holder.Older)
		if claims.UserID != b.UserID { // want `jwtaudit/silent`
			return c.JSON(http.StatusUnauthorized, "not yours")
		}
		return c.NoContent(http.StatusOK)
	}
}

var door sync.Mutex

// open verifies behind a lock.
func open(raw string, key jwt.Keyfunc) bool {
	door.Lock()
	defer door.Unlock()
	if _, err := jwt.Parse(raw, key, jwt.WithValidMethods([]string{"HS256"})); err != nil {
		return false
	}
	return true
}

// Locked asks a helper with a defer.
func Locked(key jwt.Keyfunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !open(c.Request().Header.Get("X-Token"), key) { // want `jwtaudit/silent`
			return c.JSON(http.StatusUnauthorized, "who are you")
		}
		return c.NoContent(http.StatusOK)
	}
}
