// Package auth says who sends a request, by the token that comes with it.
package auth

import (
	"context"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
)

// Principal is whoever the token was given to.
type Principal struct {
	ID   string
	Role string
}

// Admin tells whether the principal keeps the books for everybody.
func (p *Principal) Admin() bool { return p.Role == "admin" }

type tokenClaims struct {
	jwt.RegisteredClaims
	Role string `json:"role"`
}

type principalKey struct{}

// Middleware lets requests with a good token pass, and writes down whose it is.
func Middleware(key []byte) echo.MiddlewareFunc {
	parser := jwt.NewParser(jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}))
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			raw := strings.TrimPrefix(c.Request().Header.Get(echo.HeaderAuthorization), "Bearer ")
			claims := new(tokenClaims)
			if _, err := parser.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return key, nil }); err != nil {
				return echo.ErrUnauthorized
			}
			who := &Principal{ID: claims.Subject, Role: claims.Role}
			c.Set("principal", who)
			ctx := context.WithValue(c.Request().Context(), principalKey{}, who)
			c.SetRequest(c.Request().WithContext(ctx))
			return next(c)
		}
	}
}

// From returns the principal that Middleware has found.
func From(c echo.Context) *Principal {
	who, ok := c.Get("principal").(*Principal)
	if !ok {
		return &Principal{}
	}
	return who
}

// FromContext does so where there is no echo.Context.
func FromContext(ctx context.Context) *Principal {
	who, ok := ctx.Value(principalKey{}).(*Principal)
	if !ok {
		return &Principal{}
	}
	return who
}

// Has lets principals with the role pass.
func Has(role string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if From(c).Role != role {
				return echo.ErrForbidden
			}
			return next(c)
		}
	}
}

// Is lets pass whom the parameter names.
func Is(param string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if c.Param(param) != From(c).ID {
				return echo.NewHTTPError(403, "that is somebody else")
			}
			return next(c)
		}
	}
}
