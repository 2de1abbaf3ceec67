// Package decoded signs with texts in another notation.
package decoded

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"log"

	"github.com/golang-jwt/jwt/v5"
)

const encoded = "b3JkZXJzLXNpZ25pbmcta2V5LTIwMjQtMDUtMTc=" // want "jwtkey/hardcoded"

func sign(user string, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(key)
}

// Base64 hides nothing.
func Base64(user string) (string, error) {
	key, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return "", err
	}
	return sign(user, key)
}

func Hex(user string) (string, error) {
	key, err := hex.DecodeString("7061796d656e74732d7369676e696e672d6b6579") // want "jwtkey/hardcoded"
	if err != nil {
		log.Fatal(err)
	}
	return sign(user, key)
}

// Hashed is as public as the text it is made of.
func Hashed(user string) (string, error) {
	sum := sha256.Sum256([]byte("warehouse")) // want "jwtkey/hardcoded"
	return sign(user, sum[:])
}

func derived(text string) []byte {
	sum := sha256.Sum256([]byte(text))
	return sum[:]
}

// Derived is no less public where a helper takes the hash.
func Derived(user string) (string, error) {
	return sign(user, derived("warehouse-of-a-helper")) // want "jwtkey/hardcoded"
}
