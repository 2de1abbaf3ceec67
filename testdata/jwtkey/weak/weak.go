// Package weak makes keys that are too short or can be foretold. The finding
// stands where the key is filled or made.
package weak

import (
	"crypto/rand"
	"crypto/rsa"
	"io"
	mathrand "math/rand"

	"github.com/golang-jwt/jwt/v5"
)

func Short(user string) (string, error) {
	key := make([]byte, 16)
	if _, err := rand.Read(key); err != nil { // want "jwtkey/weak"
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(key)
}

// ShortForHash would do for HS256.
func ShortForHash(user string) (string, error) {
	key := make([]byte, 32)
	if _, err := io.ReadFull(rand.Reader, key); err != nil { // want "jwtkey/weak"
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS512, jwt.MapClaims{"sub": user}).SignedString(key)
}

func ShortArray(user string) (string, error) {
	var key [24]byte
	if _, err := rand.Read(key[:]); err != nil { // want "jwtkey/weak"
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS384, jwt.MapClaims{"sub": user}).SignedString(key[:])
}

func Foretold(user string) (string, error) {
	key := make([]byte, 64)
	mathrand.Read(key) // want "jwtkey/weak"
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(key)
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789" // No key, but what one is drawn from.

func draw(n int) string {
	out := make([]byte, n)
	for i := range out {
		out[i] = letters[mathrand.Intn(len(letters))] // want "jwtkey/weak"
	}
	return string(out)
}

// Drawn is drawn letter by letter.
func Drawn(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(draw(40)))
}

func Small(user string) (string, error) {
	key, err := rsa.GenerateKey(rand.Reader, 1024) // want "jwtkey/weak"
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"sub": user}).SignedString(key)
}
