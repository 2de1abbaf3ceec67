// Package method checks signatures by hand.
package method

import (
	"errors"
	"strings"

	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

var errMethod = errors.New("another method")

// Vulnerable lets the token name the method.
func Vulnerable(token *jwt.Token, raw string, key any) error {
	text := raw[:strings.LastIndex(raw, ".")]
	alg, _ := token.Header["alg"].(string)
	return jwt.GetSigningMethod(alg).Verify(text, token.Signature, key) // want `jwt.Verify verifies with the method that the token names \(the sender chooses the algorithm\); name the method yourself \(jwtkid/method\)`
}

// VulnerableV4 does so with the library before.
func VulnerableV4(token *v4.Token, raw string, key any) error {
	text := raw[:strings.LastIndex(raw, ".")]
	alg, _ := token.Header["alg"].(string)
	return v4.GetSigningMethod(alg).Verify(text, token.Signature, key) // want `\(jwtkid/method\)`
}

// Corrected names it.
func Corrected(token *jwt.Token, raw string, key any) error {
	text := raw[:strings.LastIndex(raw, ".")]
	return jwt.GetSigningMethod("RS256").Verify(text, token.Signature, key)
}

// Compared looks it up once it is known.
func Compared(token *jwt.Token, raw string, key any) error {
	text := raw[:strings.LastIndex(raw, ".")]
	alg, _ := token.Header["alg"].(string)
	if alg != "RS256" {
		return errMethod
	}
	return jwt.GetSigningMethod(alg).Verify(text, token.Signature, key)
}

// VulnerableEither has a secret and a public key in one text, and lets the
// token say which it is.
func VulnerableEither(raw string, secret []byte) error {
	token, _, err := jwt.NewParser().ParseUnverified(raw, jwt.MapClaims{})
	if err != nil {
		return err
	}
	alg, _ := token.Header["alg"].(string)
	method := jwt.GetSigningMethod(alg)
	var key any = secret
	if strings.HasPrefix(alg, "RS") {
		if key, err = jwt.ParseRSAPublicKeyFromPEM(secret); err != nil {
			return err
		}
	}
	text := raw[:strings.LastIndex(raw, ".")]
	return method.Verify(text, token.Signature, key) // want `\(jwtkid/method\)`
}

// CorrectedEither knows what the key is for.
func CorrectedEither(raw string, public []byte) error {
	token, _, err := jwt.NewParser().ParseUnverified(raw, jwt.MapClaims{})
	if err != nil {
		return err
	}
	key, err := jwt.ParseRSAPublicKeyFromPEM(public)
	if err != nil {
		return err
	}
	text := raw[:strings.LastIndex(raw, ".")]
	return jwt.SigningMethodRS256.Verify(text, token.Signature, key)
}
