// Package callers hands the kid to another package, which reads a file.
package callers

import (
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtkid/store"
)

const dir = "/var/keys"

// Vulnerable opens any file.
func Vulnerable(t *jwt.Token) (any, error) {
	kid, _ := t.Header["kid"].(string)
	return store.Open(dir, kid) // want `the token's kid names a file .*\(jwtkid/injection\)`
}

// VulnerableV4 does so with the library before.
func VulnerableV4(t *v4.Token) (any, error) {
	kid, _ := t.Header["kid"].(string)
	return store.Open(dir, kid) // want `the token's kid names a file .*\(jwtkid/injection\)`
}

// Corrected leaves the test to the other package.
func Corrected(t *jwt.Token) (any, error) {
	kid, _ := t.Header["kid"].(string)
	return store.OpenLocal(dir, kid)
}

// Own reads its own key.
func Own(*jwt.Token) (any, error) {
	return store.Open(dir, "own.key")
}
