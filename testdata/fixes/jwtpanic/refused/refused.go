// Package refused has assertions that no fix can make safe.
package refused

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

// Plain returns no error: a zero value could pass a check.
func Plain(claims jwt.MapClaims) string {
	name := claims["name"].(string) // want `jwtpanic/assertion`
	return name
}

// Inside an expression there is no room for a second result.
func Inside(claims jwt.MapClaims) (int, error) {
	id := int(claims["id"].(float64)) // want `jwtpanic/assertion`
	return id, nil
}

// Stored assigns to what is there already.
func Stored(claims jwt.MapClaims) (name string, err error) {
	name = claims["name"].(string) // want `jwtpanic/assertion`
	return name, errors.ErrUnsupported
}

// Taken uses the name for something else, further out.
func Taken(claims jwt.MapClaims, ok string) (string, error) {
	if ok != "" {
		name := claims["name"].(string) // want `jwtpanic/assertion`
		return name + ok, nil
	}
	return "", nil
}

// Later needs what the name holds afterwards.
func Later(claims jwt.MapClaims, known map[string]bool) (string, error) {
	_, ok := known["x"]
	name := claims["name"].(string) // want `jwtpanic/assertion`
	if !ok {
		return "", errors.ErrUnsupported
	}
	return name, nil
}

// Header stands in the head of a statement.
func Header(claims jwt.MapClaims) (string, error) {
	if name := claims["name"].(string); name != "" { // want `jwtpanic/assertion`
		return name, nil
	}
	return "", nil
}

// Generic does not know its zero value.
func Generic[T any](claims jwt.MapClaims, f func(string) T) (T, error) {
	name := claims["name"].(string) // want `jwtpanic/assertion`
	return f(name), nil
}
