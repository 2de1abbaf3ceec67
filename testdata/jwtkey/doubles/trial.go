package doubles

import "github.com/golang-jwt/jwt/v5"

// Trial is set up by another package, whatever its maker is called: a test drive,
// a mock-up that customers see. So its key is not known to be empty.
type Trial struct{ key string }

// NewTestDrive takes the key of whoever calls it.
func NewTestDrive(key string) *Trial { return &Trial{key: key} }

// Ride is silent.
func (t *Trial) Ride(user string) (string, error) { return sign(user, t.key) }

var trialKey []byte

// SetUpMock sets the key.
func SetUpMock(key string) { trialKey = []byte(key) }

// Walk is silent too.
func Walk(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(trialKey)
}
