// Package desk has the context that handlers of several packages are called with.
package desk

import (
	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

// Badge is what a token says.
type Badge struct {
	jwt.RegisteredClaims
	Locker string `json:"locker"`
}

// Visit is a request with the badge of its caller.
type Visit struct {
	echo.Context
	Badge *Badge
}

// Owner is who holds the badge.
func (v *Visit) Owner() string { return v.Badge.Subject }

// Clerk reports whether the badge opens more than its own locker.
func (b Badge) Clerk() bool { return b.Locker == "all" }
