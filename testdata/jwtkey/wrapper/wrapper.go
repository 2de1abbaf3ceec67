// Package wrapper passes keys through functions that take them as operands:
// the finding stands at the text, not in the function.
package wrapper

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtkey/signer"
)

func sign(user string, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(key)
}

func signText(user, key string) (string, error) { return sign(user, []byte(key)) }

func verify(raw string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
}

func One(user string) (string, error) {
	return sign(user, []byte("one-call-deep")) // want "jwtkey/hardcoded"
}

func Two(user string) (string, error) {
	return signText(user, "two-calls-deep") // want "jwtkey/hardcoded"
}

func Verified(raw string) (*jwt.Token, error) {
	return verify(raw, []byte("for-verifying")) // want "jwtkey/hardcoded"
}

type manager struct{ key []byte }

func newManager(key string) *manager { return &manager{key: []byte(key)} }

func (m *manager) sign(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": user}).SignedString(m.key)
}

func Constructed(user string) (string, error) {
	return newManager("through-a-constructor").sign(user) // want "jwtkey/hardcoded"
}

// The functions of the other package.

func Elsewhere(user string) (string, error) {
	return signer.Sign(jwt.MapClaims{"sub": user}, "signed-by-another-package") // want "jwtkey/hardcoded"
}

func ElsewhereVerified(raw string) (*jwt.Token, error) {
	return signer.Verify(raw, []byte("verified-by-another-package")) // want "jwtkey/hardcoded"
}

const managed = "managed-by-another-package" // want "jwtkey/hardcoded"

func ElsewhereConstructed(user string) (string, error) {
	return signer.New([]byte(managed)).Sign(jwt.MapClaims{"sub": user})
}
