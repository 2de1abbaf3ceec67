// Package offered has refusals that end nothing.
package offered

import (
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

func check(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil },
		jwt.WithValidMethods([]string{"HS256"}))
	return err
}

func middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := check(r.Header.Get("Authorization")); err != nil { // want "jwtverify/ignored-error"
			http.Error(w, "who are you", http.StatusUnauthorized)
		}
		next.ServeHTTP(w, r)
	})
}

func inEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := check(c.Request().Header.Get("Authorization")); err != nil { // want "jwtverify/ignored-error"
			c.NoContent(http.StatusUnauthorized)
		}
		return next(c)
	}
}

func inGin(c *gin.Context) {
	if err := check(c.GetHeader("Authorization")); err != nil { // want "jwtverify/ignored-error"
		c.JSON(http.StatusUnauthorized, gin.H{"error": "who are you"})
		return
	}
	c.Next()
}
