// Package lineends has lines that end as on Windows.
package lineends

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var methods = jwt.WithValidMethods([]string{"HS256"})

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("SHOP_KEY")), nil }

func Silent(raw string) (*jwt.Token, error) {
	//jwtvet:ignore jwtaud,jwtiss the gateway looks at them
	return jwt.Parse(raw, key, methods)
}

func NoReason(raw string) (*jwt.Token, error) {
	// want +1 `gives no reason .* \(jwtignore/malformed\)`
	//jwtvet:ignore jwtaud,jwtiss
	return jwt.Parse(raw, key, methods) // want `\(jwtaud/missing\)` `\(jwtiss/missing\)`
}

func Doc(raw string) (*jwt.Token, error) { //jwtvet:ignore jwtaud,jwtiss the gateway looks at them
	return jwt.Parse(raw, key, methods)
}
