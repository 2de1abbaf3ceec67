// Package present asks whether there is a token, and in places whether it is good.
package present

import (
	"net/http"
	"os"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

// HTTP asks for the header.
func HTTP(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" { // want `the middleware only asks whether there is a token.*\(jwtverify/presence-only\)`
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Gin also for its form.
func Gin(c *gin.Context) {
	header := c.GetHeader("Authorization") // want `\(jwtverify/presence-only\)`
	parts := strings.Split(header, " ")
	if len(parts) != 2 || parts[0] != "Bearer" || parts[1] == "" {
		c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": "who are you"})
		return
	}
	c.Next()
}

// Echo for its beginning.
func Echo(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if !strings.HasPrefix(c.Request().Header.Get("Authorization"), "Bearer ") { // want `\(jwtverify/presence-only\)`
			return c.NoContent(http.StatusUnauthorized)
		}
		return next(c)
	}
}

// Verified does more.
func Verified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		if raw == "" {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil },
			jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Static has one secret for all.
func Static(next http.Handler) http.Handler {
	secret := os.Getenv("DESK_KEY")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if header := r.Header.Get("Authorization"); header == "" || header != "Bearer "+secret {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// sessions stands for another package's.
type sessions interface{ Of(r *http.Request) error }

// Asked leaves it to somebody else.
func Asked(s sessions, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") == "" || s.Of(r) != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Handed gives the token on.
func Handed(next http.Handler, check func(string) bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := r.Header.Get("Authorization")
		if raw == "" || !check(raw) {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Kept leaves it to those behind it.
func Kept(c *gin.Context) {
	raw := c.GetHeader("Authorization")
	if raw == "" {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Set("token", raw)
	c.Next()
}
