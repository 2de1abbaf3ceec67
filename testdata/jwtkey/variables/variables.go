// Package variables keeps keys in package variables, fields and maps.
package variables

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
)

var key = []byte("held-in-a-variable") // want "jwtkey/hardcoded"

// Fixed signs with the package variable.
func Fixed(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(key)
}

var late []byte

func init() {
	late = []byte("set-when-the-program-starts") // want "jwtkey/hardcoded"
}

// Late signs with a variable that init has set.
func Late(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(late)
}

// Exported can be set elsewhere, but has a value already.
var Exported = "set-me-from-main" // want "jwtkey/hardcoded"

func Public(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(Exported))
}

type issuer struct {
	name string
	key  []byte
}

func newIssuer() *issuer {
	return &issuer{
		name: "accounts",
		key:  []byte("held-in-a-field"), // want "jwtkey/hardcoded"
	}
}

func (i *issuer) issue(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"iss": i.name, "sub": user}).SignedString(i.key)
}

// Issue uses the key in the field.
func Issue(user string) (string, error) { return newIssuer().issue(user) }

type config struct {
	jwt struct{ secret string }
}

// Nested keeps it one level down.
func Nested(user string) (string, error) {
	var c config
	c.jwt.secret = "held-in-a-nested-field" // want "jwtkey/hardcoded"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(c.jwt.secret))
}

var settings = struct{ Secret string }{
	Secret: "held-in-a-package-struct", // want "jwtkey/hardcoded"
}

// Grouped signs with a field of a package variable.
func Grouped(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(settings.Secret))
}

var generations = map[string][]byte{
	"2024": []byte("key-of-the-year-2024"), // want "jwtkey/hardcoded"
	"2025": []byte("key-of-the-year-2025"), // want "jwtkey/hardcoded"
}

// Rotated verifies with one key out of several.
func Rotated(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		id, _ := t.Header["kid"].(string)
		if k, ok := generations[id]; ok {
			return k, nil
		}
		return nil, errors.New("unknown key")
	}, jwt.WithValidMethods([]string{"HS256"}))
}

// Tenant signs with an element of a local map.
func Tenant(tenant, user string) (string, error) {
	keys := map[string]string{
		"north": "key-of-the-north", // want "jwtkey/hardcoded"
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(keys[tenant]))
}
