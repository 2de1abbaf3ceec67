// Package shapes takes less common ways from the text to the key.
package shapes

import (
	"os"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

func token(user string) *jwt.Token {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user})
}

// Keyring is generic over how the key is held.
type Keyring[T ~[]byte | ~string] struct{ key T }

// Bytes returns the key as the library wants it.
func (k Keyring[T]) Bytes() []byte { return []byte(k.key) }

func Generic(user string) (string, error) {
	k := Keyring[string]{key: "held-by-a-generic-type"} // want "jwtkey/hardcoded"
	return token(user).SignedString(k.Bytes())
}

// Blanks around it do not hide the text.
func Trimmed(user string) (string, error) {
	key := strings.TrimSpace(" with-blanks-around ") // want "jwtkey/hardcoded"
	return token(user).SignedString([]byte(key))
}

type profile struct{ secret string }

var profiles = map[string]profile{
	"development": {secret: "of-the-development-profile"}, // want "jwtkey/(hardcoded|default)"
}

// Nobody says which profile it will be.
func Profile(user string) (string, error) {
	return token(user).SignedString([]byte(profiles[os.Getenv("PROFILE")].secret))
}

// A switch with a text as its last resort.
func Switch(user string) (string, error) {
	var key string
	switch os.Getenv("STAGE") {
	case "production":
		key = os.Getenv("PRODUCTION_KEY")
	default:
		key = "of-the-default-stage" // want "jwtkey/default"
	}
	return token(user).SignedString([]byte(key))
}
