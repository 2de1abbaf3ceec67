// Package empty signs and verifies with keys that nothing sets: the library
// takes the empty key, and so can anyone.
package empty

import "github.com/golang-jwt/jwt/v5"

var unset []byte // want "jwtkey/empty"

func Variable(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(unset)
}

type issuer struct {
	name string
	key  []byte // want "jwtkey/empty"
}

func newIssuer() *issuer { return &issuer{name: "accounts"} } // The key was forgotten.

func (i *issuer) issue(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": i.name, "sub": user}).SignedString(i.key)
}

func Field(user string) (string, error) { return newIssuer().issue(user) }

// Config is filled nowhere in Zero.
type Config struct{ Key []byte }

func Zero(raw string) (*jwt.Token, error) {
	var c Config
	return jwt.Parse(raw, func(*jwt.Token) (any, error) {
		return c.Key, nil // want "jwtkey/empty"
	}, jwt.WithValidMethods([]string{"HS256"}))
}

func Literal(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte("")) // want "jwtkey/empty"
}
