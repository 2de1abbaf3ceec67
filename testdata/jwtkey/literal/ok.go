package literal

import (
	"errors"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// The name of the variable is no secret.
const keyVariable = "SESSION_SIGNING_KEY"

// FromEnvironment signs with what the operator has set.
func FromEnvironment(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(user)).SignedString([]byte(os.Getenv(keyVariable)))
}

// Refused compares with the text and never uses it as a key.
func Refused(user string) (string, error) {
	key := os.Getenv(keyVariable)
	if key == "" || key == "change-me-in-production" {
		return "", errors.New("no key")
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims(user)).SignedString([]byte(key))
}
