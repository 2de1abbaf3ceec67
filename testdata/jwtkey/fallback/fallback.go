// Package fallback signs with a text of the source where the operator has set
// nothing.
package fallback

import (
	"cmp"
	"flag"
	"log"
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtkey/settings"
)

func sign(user, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(key))
}

func If(user string) (string, error) {
	key := os.Getenv("JWT_SECRET")
	if key == "" {
		key = "development-only" // want "jwtkey/default"
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(key))
}

const lastResort = "constant-of-last-resort" // want "jwtkey/default"

// Warned says so in the log and goes on.
func Warned(user string) (string, error) {
	key := os.Getenv("JWT_SECRET")
	if len(key) == 0 {
		log.Print("JWT_SECRET is not set, using the default")
		key = lastResort
	}
	return sign(user, key)
}

func getEnv(name, fallback string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	return fallback
}

func Helper(user string) (string, error) {
	return sign(user, getEnv("JWT_SECRET", "fallback-of-a-helper")) // want "jwtkey/default"
}

// The helper knows nothing of tokens.
func OtherHelper(user string) (string, error) {
	return sign(user, settings.Env("JWT_SECRET", "fallback-of-another-package")) // want "jwtkey/default"
}

func OtherSigning(user string) (string, error) {
	return sign(user, settings.Signing()) // want "jwtkey/default"
}

func Or(user string) (string, error) {
	return sign(user, cmp.Or(os.Getenv("JWT_SECRET"), "fallback-of-cmp-or")) // want "jwtkey/default"
}

var (
	flagKey = flag.String("jwt-key", "default-of-a-flag", "key that signs tokens") // want "jwtkey/default"
	bound   string
)

func init() {
	flag.StringVar(&bound, "jwt-secret", "default-of-a-bound-flag", "key that signs tokens") // want "jwtkey/default"
}

func Flag(user string) (string, error)  { return sign(user, *flagKey) }
func Bound(user string) (string, error) { return sign(user, bound) }

func Lookup(user string) (string, error) {
	var key []byte
	if v, ok := os.LookupEnv("JWT_SECRET"); ok {
		key = []byte(v)
	} else {
		key = []byte("else-of-a-lookup") // want "jwtkey/default"
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(key)
}

var stored = func() []byte {
	if v := os.Getenv("JWT_SECRET"); v != "" {
		return []byte(v)
	}
	return []byte("fallback-of-a-variable") // want "jwtkey/default"
}()

func Stored(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(stored)
}

type config struct{ secret string }

func load() config {
	c := config{secret: os.Getenv("JWT_SECRET")}
	if c.secret == "" {
		c.secret = "fallback-of-a-field" // want "jwtkey/default"
	}
	return c
}

func Field(user string) (string, error) { return sign(user, load().secret) }
