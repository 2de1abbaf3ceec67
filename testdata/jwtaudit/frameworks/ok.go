package frameworks

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

// Gin logs.
func Gin(c *gin.Context) {
	if _, err := jwt.Parse(c.GetHeader("Authorization"), key, hs256); err != nil {
		log.Printf("%s: %v", c.ClientIP(), err)
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

// GinErrors hands the error to the framework, whose logger prints it.
func GinErrors(c *gin.Context) {
	if _, err := jwt.Parse(c.GetHeader("Authorization"), key, hs256); err != nil {
		_ = c.Error(err)
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	if _, err := jwt.Parse(c.GetHeader("X-Second"), key, hs256); err != nil {
		_ = c.AbortWithError(http.StatusUnauthorized, err)
		return
	}
	c.Next()
}

// Echo leaves it to the error handler.
func Echo(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, err := jwt.Parse(c.Request().Header.Get("Authorization"), key, hs256); err != nil {
			return echo.NewHTTPError(http.StatusUnauthorized, "who are you").SetInternal(err)
		}
		return next(c)
	}
}

// EchoLogs has the framework's logger.
func EchoLogs(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, err := jwt.Parse(c.Request().Header.Get("Authorization"), key, hs256); err != nil {
			c.Logger().Warn(err)
			return c.NoContent(http.StatusUnauthorized)
		}
		return next(c)
	}
}

// Fiber leaves it to the error handler.
func Fiber(c *fiber.Ctx) error {
	if _, err := jwt.Parse(c.Get("Authorization"), key, hs256); err != nil {
		return fiber.NewError(fiber.StatusUnauthorized, "who are you")
	}
	return c.Next()
}
