// Package places has comments in all the places where they silence something:
// each finding that is wanted here is one that no comment is about.
package places

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var (
	methods = jwt.WithValidMethods([]string{"HS256"})
	issuer  = jwt.WithIssuer("https://login.example")
)

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("SHOP_KEY")), nil }

func Loud(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func Behind(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, methods, issuer) //jwtvet:ignore jwtaud the gateway looks at it
}

func Above(raw string) (*jwt.Token, error) {
	//jwtvet:ignore jwtaud the gateway looks at it
	return jwt.Parse(raw, key, methods, issuer)
}

// A comment goes no further than the line after it.
func Between(raw, other string) (*jwt.Token, error) {
	if _, err := jwt.Parse(other, key, methods, issuer); err != nil { // want `\(jwtaud/missing\)`
		return nil, err
	}
	//jwtvet:ignore jwtaud the gateway looks at it
	if _, err := jwt.Parse(raw, key, methods, issuer); err != nil {
		return nil, err
	}
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

func Among(raw string) (*jwt.Token, error) {
	// The gateway looks at the audience, so:
	//jwtvet:ignore jwtaud/missing the gateway looks at it
	// (Its rules are in another repository.)
	return jwt.Parse(raw, key, methods, issuer)
}

func Several(raw string) (*jwt.Token, error) {
	//jwtvet:ignore jwtaud the gateway looks at it
	//jwtvet:ignore jwtiss there is one issuer in this network
	return jwt.Parse(raw, key, methods)
}

func Both(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, methods) //jwtvet:ignore jwtaud,jwtiss/missing -- the gateway looks at them
}

func OneOfTwo(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, methods) /* want `\(jwtiss/missing\)` */ //jwtvet:ignore jwtaud the gateway looks at it
}

// Tabs separate as well as blanks do, and the reason may come after slashes.
func Tabs(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, methods, issuer) //jwtvet:ignore	jwtaud	// the gateway looks at it
}
