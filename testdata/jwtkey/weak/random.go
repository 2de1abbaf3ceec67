package weak

import (
	"crypto/rand"
	"crypto/rsa"
	"math/big"
	randv2 "math/rand/v2"
	"time"

	"github.com/golang-jwt/jwt/v5"

	three "github.com/golang-jwt/jwt"
)

// SmallOld is the same key under another library.
func SmallOld(user string) (string, error) {
	key, err := rsa.GenerateKey(rand.Reader, 1024) // want "jwtkey/weak"
	if err != nil {
		return "", err
	}
	return three.NewWithClaims(three.SigningMethodRS512, three.MapClaims{"sub": user}).SignedString(key)
}

// ShortVerifier makes its key when the program starts.
type ShortVerifier struct{ key []byte }

// NewShortVerifier draws eight bytes.
func NewShortVerifier() (*ShortVerifier, error) {
	key := make([]byte, 8)
	_, err := rand.Read(key) // want "jwtkey/weak"
	return &ShortVerifier{key: key}, err
}

// Verify uses them.
func (s *ShortVerifier) Verify(raw string) error {
	_, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return s.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// Serial is a random number beside a token, not its key.
func Serial(user string, key []byte) (string, error) {
	id, err := rand.Int(rand.Reader, big.NewInt(time.Now().Unix()))
	if err != nil {
		return "", err
	}
	claims := jwt.MapClaims{"sub": user, "jti": id.String(), "shard": randv2.IntN(8)}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}
