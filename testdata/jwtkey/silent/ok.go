// Package silent has texts near keys, and none of them is one.
package silent

import (
	"context"
	"crypto"
	"errors"
	"flag"
	"io"
	"log"
	"net/http"
	"os"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

func sign(user string, key []byte) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user, "iss": "https://login.example"})
	t.Header["kid"] = "signing-key-2025" // The id of a key is not the key.
	return t.SignedString(key)
}

// The name of a variable.
func Environment(user string) (string, error) {
	return sign(user, []byte(strings.TrimSpace(os.Getenv("JWT_SECRET"))))
}

// The name of a file.
func File(user string) (string, error) {
	key, err := os.ReadFile("/etc/orders/jwt.key")
	if err != nil {
		return "", err
	}
	return sign(user, key)
}

// The URL of a key.
func Fetched(ctx context.Context, user string) (string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "https://vault.example/v1/jwt", nil)
	if err != nil {
		return "", err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	key, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	return sign(user, key)
}

// SecretStore is any secret manager.
type SecretStore interface {
	Get(ctx context.Context, name string) (string, error)
}

// The name of a secret.
func Stored(ctx context.Context, s SecretStore, user string) (string, error) {
	key, err := s.Get(ctx, "prod/orders/jwt")
	if err != nil {
		return "", err
	}
	return sign(user, []byte(key))
}

// A KMS keeps its key to itself and signs.
func Remote(s crypto.Signer, user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"sub": user}).SignedString(s)
}

var key = flag.String("key", "", "key that signs tokens") // A flag without default.

func Flag(user string) (string, error) {
	if *key == "" {
		return "", errors.New("-key is not set")
	}
	return sign(user, []byte(*key))
}

const placeholder = "change-me"

// A text that is only compared with.
func Start() []byte {
	key := os.Getenv("JWT_SECRET")
	if key == placeholder || len(key) < 32 {
		log.Fatal("set JWT_SECRET to a key of your own")
	}
	return []byte(key)
}

func Started(user string) (string, error) { return sign(user, Start()) }

// Cases are texts that are compared with in a switch.
func Cases(user string) (string, error) {
	switch key := os.Getenv("JWT_SECRET"); key {
	case "", "secret", "password":
		return "", errors.New("not a key")
	default:
		return sign(user, []byte(key))
	}
}

// Prefixed starts with a text, but what matters comes from outside.
func Prefixed(user string) (string, error) {
	return sign(user, []byte("v1."+os.Getenv("JWT_SECRET")))
}

// A text that is signed is no key.
func Claim() (string, error) { return sign("service-account-secret", []byte(os.Getenv("JWT_SECRET"))) }
