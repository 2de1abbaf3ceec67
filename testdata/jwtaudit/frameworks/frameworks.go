// Package frameworks refuses tokens in the words of web frameworks.
package frameworks

import (
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

var hs256 = jwt.WithValidMethods([]string{"HS256"})

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

// VulnerableGin answers and stops the chain.
func VulnerableGin() gin.HandlerFunc {
	return func(c *gin.Context) {
		raw := c.GetHeader("Authorization")
		if raw == "" {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		claims := &jwt.RegisteredClaims{}
		if _, err := jwt.ParseWithClaims(raw, claims, key, hs256); err != nil { // want `a forged token is refused.*\(jwtaudit/silent\)`
			c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": err.Error()})
			return
		}
		if claims.Subject != c.Param("user") { // want `another sub is refused`
			c.JSON(http.StatusForbidden, gin.H{"error": "another user"})
			c.Abort()
			return
		}
		c.Next()
	}
}

// VulnerableWrapped says what is wrong in the body alone, and stops the chain.
func VulnerableWrapped(c *gin.Context) {
	if _, err := jwt.Parse(c.GetHeader("Authorization"), key, hs256); err != nil { // want `a forged token is refused`
		fail(c, "who are you")
		c.Abort()
		return
	}
	c.Next()
}

func fail(c *gin.Context, message string) { c.JSON(http.StatusOK, gin.H{"message": message}) }

// VulnerableEcho returns the answer, not the error.
func VulnerableEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, err := jwt.Parse(c.Request().Header.Get("Authorization"), key, hs256); err != nil { // want `a forged token is refused`
			return c.JSON(http.StatusUnauthorized, echo.Map{"error": "who are you"})
		}
		return next(c)
	}
}

// VulnerableFiber too.
func VulnerableFiber(c *fiber.Ctx) error {
	if _, err := jwt.Parse(c.Get("Authorization"), key, hs256); err != nil { // want `a forged token is refused`
		return c.Status(fiber.StatusUnauthorized).JSON(fiber.Map{"error": "who are you"})
	}
	return c.Next()
}
