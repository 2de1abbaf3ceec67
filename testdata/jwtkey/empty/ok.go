package empty

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var started []byte // Start sets it.

func Start() { started = []byte(os.Getenv("EMPTY_KEY")) }

func Started(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(started)
}

var linked string // The linker may set it: -ldflags "-X ...linked=...".

func Linked(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(linked))
}

// Options is filled by whoever calls.
type Options struct{ Key []byte }

func Given(o Options, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(o.Key)
}

// Decoded is filled through a pointer.
type decoder interface{ Decode(into any) error }

func Decoded(d decoder, user string) (string, error) {
	var c Config
	if err := d.Decode(&c); err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(c.Key)
}
