package fallback

import (
	"crypto/rand"
	"errors"
	"flag"
	"log"
	"os"

	"example.com/fixtures/jwtkey/settings"
)

// Refused does not start without a key.
func Refused(user string) (string, error) {
	key := os.Getenv("JWT_SECRET")
	if key == "" {
		log.Fatal("JWT_SECRET is not set")
	}
	return sign(user, key)
}

// Fresh makes a new key for each start, which nobody knows.
func Fresh(user string) (string, error) {
	key := os.Getenv("JWT_SECRET")
	if key == "" {
		key = rand.Text()
	}
	return sign(user, key)
}

// Empty falls back to nothing, and that is refused.
func Empty(user string) (string, error) {
	key := getEnv("JWT_SECRET", "")
	if key == "" {
		return "", errors.New("JWT_SECRET is not set")
	}
	return sign(user, key)
}

// Address has a default, but is no key: the helper's other callers do not matter.
func Address() string { return settings.Env("ADDR", "localhost:8080") }

var required = flag.String("signing-key", "", "key that signs tokens") // A flag without default.

func Required(user string) (string, error) { return sign(user, *required) }
