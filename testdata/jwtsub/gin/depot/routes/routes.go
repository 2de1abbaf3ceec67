// Package routes has the handlers and the token check meet, and has never seen
// who is behind the interfaces.
package routes

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtsub/gin/depot/ports"
	"example.com/fixtures/jwtsub/gin/depot/web"
)

// Name is what the routes are called in messages.
const Name = "depot"

func authenticate(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer "), &claims,
			func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Request = c.Request.WithContext(ports.WithCaller(c.Request.Context(), claims.Subject))
		c.Next()
	}
}

// New is all routes.
func New(key []byte, office ports.Pallets) http.Handler {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.Use(authenticate(key))
	h := &web.Pallets{Office: office}
	r.GET("/pallets", h.List)
	r.GET("/pallets/:id", h.Show)
	r.PUT("/pallets/:id", h.Relabel)
	r.POST("/pallets/:id/ship", h.Ship)
	r.GET("/own/pallets/:id", h.ShowOwn)
	r.PUT("/own/pallets/:id", h.RelabelOwn)
	r.POST("/own/pallets/:id/ship", h.ShipOwn)
	return r
}
