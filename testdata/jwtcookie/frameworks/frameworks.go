// Package frameworks sets cookies as frameworks do.
package frameworks

import (
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

func sign(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(os.Getenv("LEDGER_KEY")))
}

// Gin sets one for scripts and plain HTTP, once it has set SameSite.
func Gin(c *gin.Context) {
	token, err := sign("ada")
	if err != nil {
		return
	}
	c.SetSameSite(http.SameSiteLaxMode)
	c.SetCookie("desk", token, 3600, "/", "", false, false) // want `\(jwtcookie/httponly\)` `\(jwtcookie/secure\)`
	c.SetCookie("desk", token, 3600, "/", "", true, true)
	c.SetCookie("desk", "", -1, "/", "", false, false)
}

// Echo takes the standard library's.
func Echo(c echo.Context) error {
	token, err := sign("ada")
	if err != nil {
		return err
	}
	cookie := new(http.Cookie)
	cookie.Name = "desk"
	cookie.Value = token
	cookie.Secure = true
	c.SetCookie(cookie) // want `\(jwtcookie/httponly\)` `\(jwtcookie/samesite\)`
	return nil
}

// Fiber sets SameSite by itself.
func Fiber(c *fiber.Ctx) error {
	token, err := sign("ada")
	if err != nil {
		return err
	}
	c.Cookie(&fiber.Cookie{Name: "desk", Value: token}) // want `\(jwtcookie/httponly\)` `\(jwtcookie/secure\)`
	c.Cookie(&fiber.Cookie{Name: "desk", Value: token, HTTPOnly: true, Secure: true})
	return nil
}
