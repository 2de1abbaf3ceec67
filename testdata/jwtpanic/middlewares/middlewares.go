// Package middlewares reads claims behind libraries' middlewares.
package middlewares

import (
	"net/http"

	ginjwt "github.com/appleboy/gin-jwt/v2"
	"github.com/gin-gonic/gin"
	"github.com/go-chi/jwtauth/v5"
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

// Gin is a handler behind gin-jwt.
func Gin(c *gin.Context) {
	claims := ginjwt.ExtractClaims(c)
	c.String(http.StatusOK, claims["id"].(string)) // want `claim id is taken for string`
}

// Chi is a handler behind jwtauth.
func Chi(w http.ResponseWriter, r *http.Request) {
	_, claims, _ := jwtauth.FromContext(r.Context())
	_, _ = w.Write([]byte(claims["user"].(string))) // want `claim user is taken for string`
}

// Echo is a handler behind echo-jwt, which has put the token there itself.
func Echo(c echo.Context) error {
	claims := c.Get("user").(*jwt.Token).Claims.(jwt.MapClaims)
	return c.String(http.StatusOK, claims["name"].(string)) // want `claim name is taken for string`
}

// Put leaves a claim in gin's context as it is.
func Put(claims jwt.MapClaims) gin.HandlerFunc {
	return func(c *gin.Context) { c.Set("org", claims["org"]) }
}

// Got takes it out.
func Got(c *gin.Context) {
	org := c.MustGet("org").(string) // want `claim org is taken for string`
	c.String(http.StatusOK, org)
}
