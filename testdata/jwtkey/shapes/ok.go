package shapes

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtkey/signer"
)

func OptionsFromOutside(user string) (string, error) {
	return signer.WithOptions(signer.Options{Secret: os.Getenv("SHAPES_KEY")}, jwt.MapClaims{"sub": user})
}

var loaded = sync.OnceValues(func() ([]byte, error) { return os.ReadFile("/run/secrets/shapes") })

func Loaded(user string) (string, error) {
	key, err := loaded()
	if err != nil {
		return "", err
	}
	return token(user).SignedString(bytes.TrimSpace(key))
}

// Joined is the path of a file: the texts are no key.
func Joined(user string) (string, error) {
	key, err := os.ReadFile(filepath.Join("/etc/shapes", "jwt.key"))
	if err != nil {
		return "", err
	}
	return token(user).SignedString(key)
}

// Configuration is read from a file whose fields have names only.
type Configuration struct {
	Key string `json:"jwt_key"`
}

func FromFile(user string) (string, error) {
	text, err := os.ReadFile("config.json")
	if err != nil {
		return "", err
	}
	var c Configuration
	if err := json.Unmarshal(text, &c); err != nil {
		return "", err
	}
	return token(user).SignedString([]byte(c.Key))
}

// Named makes the name of the variable, not the key.
func Named(tenant, user string) (string, error) {
	return token(user).SignedString([]byte(os.Getenv(fmt.Sprintf("JWT_KEY_%s", tenant))))
}

// Derived keeps what comes from outside secret.
func Derived(user string) (string, error) {
	return token(user).SignedString([]byte(fmt.Sprintf("%s/%s", "sessions", os.Getenv("SHAPES_KEY"))))
}

// An error in place of a default.
func Staged(user string) (string, error) {
	switch stage := os.Getenv("STAGE"); stage {
	case "production", "staging":
		return token(user).SignedString([]byte(os.Getenv("KEY_" + stage)))
	default:
		return "", fmt.Errorf("no key for %q", stage)
	}
}
