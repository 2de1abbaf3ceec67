// Package offered has assertions that become an error.
package offered

import (
	"errors"
	"fmt"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// User is who a token is about.
type User struct {
	ID   int
	Name string
}

var errNone = errors.New("no token")

// Parse returns results of all kinds.
func Parse(raw string) (User, *User, int, bool, error) {
	if raw == "" {
		return User{}, nil, 0, false, errNone
	}
	token, err := jwt.Parse(raw, func(token *jwt.Token) (any, error) {
		tenant := token.Claims.(jwt.MapClaims)["tenant"].(string) // want `jwtpanic/assertion`
		return []byte(os.Getenv("KEY_" + tenant)), nil
	})
	if err != nil {
		return User{}, nil, 0, false, fmt.Errorf("parse: %w", err)
	}
	claims := token.Claims.(jwt.MapClaims)
	id := claims["id"].(float64)    // want `jwtpanic/assertion`
	name := claims["name"].(string) // want `jwtpanic/assertion`
	u := User{int(id), name}
	return u, &u, u.ID, true, nil
}

// Again asks for one claim already.
func Again(claims jwt.MapClaims) (roles []string, err error) {
	name, ok := claims["name"].(string)
	if !ok {
		return nil, errNone
	}
	role := claims["role"].(string) // want `jwtpanic/assertion`
	return []string{name, role}, nil
}
