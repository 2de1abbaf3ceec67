// Package kataras names the algorithm beside the key, and for once a bad one.
package kataras

import (
	"github.com/kataras/jwt"

	"example.com/fixtures/jwtalg/confusable"
)

// Vulnerable takes tokens that nobody has signed.
func Vulnerable(raw string) error {
	_, err := jwt.Verify(jwt.NONE, nil, []byte(raw)) // want `"none" is the algorithm that verifies \(anyone can write an unsigned token\); name the one you sign with \(jwtalg/none\)`
	return err
}

// Secret gives the text of a public key to HMAC.
func Secret(raw string) error {
	_, err := jwt.Verify(jwt.HS256, []byte(confusable.PublicPEM), []byte(raw)) // want `\(jwtalg/confusable\)`
	return err
}

// chosen comes from a helper.
func chosen() jwt.Alg { return jwt.NONE }

func Helped(raw string, key []byte) error {
	_, err := jwt.Verify(chosen(), key, []byte(raw)) // want `\(jwtalg/none\)`
	return err
}

func Issued() ([]byte, error) {
	return jwt.Sign(jwt.NONE, nil, jwt.Map{"sub": "visitor"}) // want `token issued without a signature .*\(jwtalg/none\)`
}
