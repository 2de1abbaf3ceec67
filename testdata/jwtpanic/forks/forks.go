// Package forks takes claims of golang-jwt's relatives for granted.
package forks

import (
	"os"

	old "github.com/dgrijalva/jwt-go"
	v4 "github.com/golang-jwt/jwt/v4"
)

func key() []byte { return []byte(os.Getenv("KEY")) }

// Old reads a token of the ancestor.
func Old(raw string) string {
	token, err := old.Parse(raw, func(*old.Token) (interface{}, error) { return key(), nil })
	if err != nil {
		return ""
	}
	return token.Claims.(old.MapClaims)["sub"].(string) // want `claim sub is taken for string`
}

// Fourth reads a token of v4.
func Fourth(raw string) float64 {
	claims := v4.MapClaims{}
	if _, err := v4.ParseWithClaims(raw, &claims, func(*v4.Token) (interface{}, error) { return key(), nil }); err != nil {
		return 0
	}
	return claims["uid"].(float64) // want `claim uid is taken for float64`
}
