// Package assertion takes the types of claims for granted.
package assertion

import (
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func keyfunc(*jwt.Token) (any, error) { return []byte(os.Getenv("KEY")), nil }

// User reads one claim after another.
func User(raw string) (string, int, error) {
	token, err := jwt.Parse(raw, keyfunc, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return "", 0, err
	}
	claims := token.Claims.(jwt.MapClaims)
	name := claims["name"].(string) // want `^claim name is taken for string unchecked \(another token panics\); use the two-value form and refuse \(jwtpanic/assertion\)$`
	id := claims["id"].(float64)    // want `claim id is taken for float64 unchecked`
	return name, int(id), nil
}

// Role reads what a claim holds: the first assertion is the cause.
func Role(claims jwt.MapClaims) string {
	return claims["access"].(map[string]any)["role"].(string) // want `claim access is taken for map\[string\]any`
}

// Roles asks what the claim is, and not what is in it.
func Roles(claims jwt.MapClaims) []string {
	list, ok := claims["roles"].([]any)
	if !ok {
		return nil
	}
	var out []string
	for _, role := range list {
		out = append(out, role.(string)) // want `claim roles is taken for string unchecked`
	}
	return out
}

// Present asks whether the claim is there, and not what it is.
func Present(claims jwt.MapClaims) string {
	if sub, ok := claims["tenant"]; ok {
		return sub.(string) // want `claim tenant is taken for string`
	}
	return ""
}

// Into decodes to a map of its own.
func Into(raw string) (bool, error) {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, keyfunc); err != nil {
		return false, err
	}
	return claims["admin"].(bool), nil // want `claim admin is taken for bool`
}

// Peek does not even verify.
func Peek(raw string) string {
	token, _, err := jwt.NewParser().ParseUnverified(raw, jwt.MapClaims{})
	if err != nil {
		return ""
	}
	claims, ok := token.Claims.(jwt.MapClaims)
	if !ok {
		return ""
	}
	return claims["tid"].(string) // want `claim tid is taken for string`
}

// Custom has a field that can be anything.
type Custom struct {
	Data any `json:"data"`
	jwt.RegisteredClaims
}

// Data of the token.
func Data(c *Custom) string {
	return c.Data.(string) // want `claim data is taken for string`
}

// Other has parsed into another type than it asserts.
func Other(raw string) (*Custom, error) {
	token, err := jwt.ParseWithClaims(raw, &jwt.RegisteredClaims{}, keyfunc)
	if err != nil {
		return nil, err
	}
	return token.Claims.(*Custom), nil // want `^claims are \*jwt\.RegisteredClaims \(asserting \*assertion\.Custom panics on every token\); assert what was parsed \(jwtpanic/assertion\)$`
}

var errRefused = errors.New("refused")
