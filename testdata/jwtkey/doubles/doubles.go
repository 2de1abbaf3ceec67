// Package doubles signs with keys of which some are for tests only.
package doubles

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtkey/doubles/setup"
)

func sign(user, key string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(key))
}

// AtDesk is silent: only a function for tests has the key in the source.
func AtDesk(d *setup.Desk, user string) (string, error) { return sign(user, d.Key) }

// AtCounter is silent: so has only a fake.
func AtCounter(c *setup.Counter, user string) (string, error) { return sign(user, c.Key) }

// AtKiosk signs with a text that the program itself is set up with.
func AtKiosk(k *setup.Kiosk, user string) (string, error) {
	return sign(user, k.Key) // want `the key is a text of 27 bytes in setup.go:37 \(whoever reads it can sign tokens\); load it from a secret store \(jwtkey/hardcoded\)`
}

// AtStall does so with one that it may be set up with.
func AtStall(s *setup.Stall, user string) (string, error) {
	return sign(user, s.Key) // want `the key is a text of 31 bytes in setup.go:48 .*\(jwtkey/hardcoded\)`
}

// till is a field of this package; its fake is for tests.
type till struct{ key string }

func newFakeTill() *till { return &till{key: "in-the-till-of-a-fake"} }

// Till is silent about the key of the fake, which is none of the program's.
func Till(key, user string) (string, error) { return sign(user, (&till{key: key}).key) }

var _ = newFakeTill
