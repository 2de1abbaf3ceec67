package weak

import (
	"crypto/rand"
	"crypto/rsa"

	"github.com/golang-jwt/jwt/v5"
)

// Long is as long as its hash.
func Long(user string) (string, error) {
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(key)
}

func Longest(user string) (string, error) {
	key := make([]byte, 64)
	if _, err := rand.Read(key); err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS512, jwt.MapClaims{"sub": user}).SignedString(key)
}

// Sized is as long as its caller says.
func Sized(n int, user string) (string, error) {
	key := make([]byte, n)
	if _, err := rand.Read(key); err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(key)
}

// Large is what is asked for today.
func Large(user string) (string, error) {
	key, err := rsa.GenerateKey(rand.Reader, 3072)
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"sub": user}).SignedString(key)
}

// A short random text that is no key.
func ID() (string, error) {
	id := make([]byte, 8)
	_, err := rand.Read(id)
	return string(id), err
}
