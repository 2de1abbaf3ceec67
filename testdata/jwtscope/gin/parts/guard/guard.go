// Package guard has the middleware.
package guard

import (
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	jwt.RegisteredClaims
	Scopes []string `json:"scopes"`
}

// Token lets requests with a valid token through.
func Token(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		mine := new(claims)
		raw := strings.TrimPrefix(c.GetHeader("Authorization"), "Bearer ")
		_, err := jwt.ParseWithClaims(raw, mine, func(*jwt.Token) (any, error) { return key, nil },
			jwt.WithValidMethods([]string{"HS256"}), jwt.WithAudience("parts"), jwt.WithIssuer("login"), jwt.WithExpirationRequired())
		if err != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Set("scopes", mine.Scopes)
	}
}

// Scope lets those through whose token has a scope.
func Scope(name string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if !slices.Contains(c.GetStringSlice("scopes"), name) {
			c.AbortWithStatus(http.StatusForbidden)
		}
	}
}
