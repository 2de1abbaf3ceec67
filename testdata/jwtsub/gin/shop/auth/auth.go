// Package auth knows the customers of the shop by their tokens.
package auth

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/golang-jwt/jwt/v5"
)

// Claims are what the shop's tokens say.
type Claims struct {
	Roles []string `json:"roles"`
	jwt.RegisteredClaims
}

// User is the caller.
type User struct {
	ID    string
	Roles []string
}

// Is tells whether the caller has the role.
func (u *User) Is(role string) bool { return slices.Contains(u.Roles, role) }

const userKey = "shop.user"

type contextKey struct{}

// Required refuses requests without a token.
func Required(key []byte) gin.HandlerFunc {
	return func(c *gin.Context) {
		user, err := verify(c.GetHeader("Authorization"), key)
		if err != nil {
			c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"error": err.Error()})
			return
		}
		c.Set(userKey, user)
		c.Request = c.Request.WithContext(context.WithValue(c.Request.Context(), contextKey{}, user))
		c.Next()
	}
}

func verify(header string, key []byte) (*User, error) {
	var claims Claims
	_, err := jwt.ParseWithClaims(strings.TrimPrefix(header, "Bearer "), &claims,
		func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, err
	}
	return &User{ID: claims.Subject, Roles: claims.Roles}, nil
}

// Caller returns the user that Required has stored.
func Caller(c *gin.Context) *User { return c.MustGet(userKey).(*User) }

// CallerID returns the ID of that user.
func CallerID(c *gin.Context) string { return Caller(c).ID }

// FromContext returns the user for those who have no gin.Context.
func FromContext(ctx context.Context) (*User, bool) {
	user, ok := ctx.Value(contextKey{}).(*User)
	return user, ok
}

// RequireRole refuses users without the role.
func RequireRole(role string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if !Caller(c).Is(role) {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

// Self refuses users other than the one that the path names.
func Self(param string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if c.Param(param) != CallerID(c) {
			c.AbortWithStatus(http.StatusForbidden)
			return
		}
		c.Next()
	}
}

// Allowed refuses, and says so, unless the caller is the owner.
func Allowed(c *gin.Context, owner string) bool {
	if owner == CallerID(c) {
		return true
	}
	c.AbortWithStatus(http.StatusForbidden)
	return false
}
