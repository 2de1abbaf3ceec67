// Package caller says what a token has that another package signs.
package caller

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtpanic/issued/wrapper"
)

// Issue writes a token for a user.
func Issue(id int, admin bool) (string, error) {
	claims := jwt.MapClaims{}
	claims["id"] = id
	if admin {
		claims["admin"] = true
	}
	return wrapper.Sign(&claims)
}

// Read relies on what every token has, and on what some have.
func Read(raw string) (int, bool, error) {
	claims, err := wrapper.Verify(raw)
	if err != nil {
		return 0, false, err
	}
	return int(claims["id"].(float64)), claims["admin"].(bool), nil // want `claim admin is taken for bool`
}
