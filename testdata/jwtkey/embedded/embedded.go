// Package embedded puts its keys into the binary.
package embedded

import (
	"embed"

	"github.com/golang-jwt/jwt/v5"
)

//go:embed keys/signing.pem
var signing []byte // want "jwtkey/embedded"

//go:embed keys/hmac.txt
var secret string // want "jwtkey/embedded"

//go:embed keys
var files embed.FS // want "jwtkey/embedded"

func RSA(user string) (string, error) {
	key, err := jwt.ParseRSAPrivateKeyFromPEM(signing)
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"sub": user}).SignedString(key)
}

func HMAC(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString([]byte(secret))
}

func FS(user string) (string, error) {
	text, err := files.ReadFile("keys/signing.pem")
	if err != nil {
		return "", err
	}
	key, err := jwt.ParseRSAPrivateKeyFromPEM(text)
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"sub": user}).SignedString(key)
}
