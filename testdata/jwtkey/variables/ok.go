package variables

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var fromEnvironment = []byte(os.Getenv("ACCOUNTS_KEY"))

// Set signs with a variable that holds what the operator has set.
func Set(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(fromEnvironment)
}

type vault interface {
	Secret(name string) ([]byte, error)
}

type session struct {
	label string
	key   []byte
}

func open(v vault) (*session, error) {
	key, err := v.Secret("accounts/signing")
	if err != nil {
		return nil, err
	}
	return &session{label: "a label is not a key", key: key}, nil
}

// The field beside the key is a text, and the key comes from the vault.
func (s *session) issue(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "label": s.label}).SignedString(s.key)
}

// The map names the variables that hold the keys.
var names = map[string]string{"2024": "KEY_2024", "2025": "KEY_2025"}

func Named(year, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(os.Getenv(names[year])))
}
