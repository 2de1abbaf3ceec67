package gojose

import (
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"

	"github.com/go-jose/go-jose/v3"
	jwt3 "github.com/go-jose/go-jose/v3/jwt"
	jose4 "github.com/go-jose/go-jose/v4"
	jwt4 "github.com/go-jose/go-jose/v4/jwt"
	jwt2 "gopkg.in/go-jose/go-jose.v2/jwt"
	square "gopkg.in/square/go-jose.v2/jwt"

	"example.com/fixtures/jwtalg/confusable"
)

// Listed names its algorithm: v4 takes no token without.
func Listed(raw string, pier []byte) (*jwt4.Claims, error) {
	pass, err := jwt4.ParseSigned(raw, []jose4.SignatureAlgorithm{jose4.HS256})
	if err != nil {
		return nil, err
	}
	var out jwt4.Claims
	return &out, pass.Claims(pier, &out)
}

var allowed = []jose4.SignatureAlgorithm{jose4.RS256, jose4.ES256}

// Set lists what its key set may have; each key goes with one kind only.
func Set(raw string, piers jose4.JSONWebKeySet) (*jwt4.Claims, error) {
	pass, err := jwt4.ParseSigned(raw, append(allowed, jose4.HS512))
	if err != nil {
		return nil, err
	}
	var out jwt4.Claims
	return &out, pass.Claims(piers, &out)
}

// Nothing lists nothing, and v4 refuses every token.
func Nothing(raw string, pier []byte) error {
	pass, err := jwt4.ParseSigned(raw, nil)
	if err != nil {
		return err
	}
	return pass.Claims(pier, new(jwt4.Claims))
}

// Manifest is no token.
func Manifest(raw string, pier *rsa.PublicKey) ([]byte, error) {
	manifest, err := jose4.ParseSigned(raw, []jose4.SignatureAlgorithm{jose4.PS256})
	if err != nil {
		return nil, err
	}
	return manifest.Verify(pier)
}

func Compared(raw string, pier []byte) (*boarding, error) {
	pass, err := jwt3.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	if len(pass.Headers) != 1 || pass.Headers[0].Algorithm != string(jose.HS256) {
		return nil, errBoat
	}
	out := new(boarding)
	return out, pass.Claims(pier, out)
}

// EachOne tests every header there is.
func EachOne(raw string, pier []byte) (*boarding, error) {
	pass, err := jwt3.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	for _, header := range pass.Headers {
		if header.Algorithm != "HS256" {
			return nil, errBoat
		}
	}
	out := new(boarding)
	return out, pass.Claims(pier, out)
}

func checkAlgorithm(pass *jwt2.JSONWebToken) error {
	switch pass.Headers[0].Algorithm {
	case "RS256", "RS384":
		return nil
	}
	return errBoat
}

// Helped leaves the test to a function.
func Helped(raw string, pier *rsa.PublicKey) (*jwt2.Claims, error) {
	pass, err := jwt2.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	if err := checkAlgorithm(pass); err != nil {
		return nil, err
	}
	var out jwt2.Claims
	return &out, pass.Claims(pier, &out)
}

// Before tests, and lets aboard verify.
func Before(raw string, pier []byte) (*boarding, error) {
	pass, err := jwt3.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	if pass.Headers[0].Algorithm != "HS256" {
		return nil, errBoat
	}
	return aboard(pass, pier)
}

// Signature tests the header of what is signed.
func Signature(raw string, pier []byte) ([]byte, error) {
	manifest, err := jose.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	if manifest.Signatures[0].Protected.Algorithm != "HS256" {
		return nil, errBoat
	}
	return manifest.Verify(pier)
}

// Sealed is encrypted: the key that opens it is no signing key.
func Sealed(raw string, pier []byte) (*square.Claims, error) {
	pass, err := square.ParseEncrypted(raw)
	if err != nil {
		return nil, err
	}
	var out square.Claims
	return &out, pass.Claims(pier, &out)
}

func publicKey() (any, error) {
	block, _ := pem.Decode([]byte(confusable.PublicPEM))
	return x509.ParsePKIXPublicKey(block.Bytes)
}

// CorrectedMixed lists one kind, and has the parsed key.
func CorrectedMixed(raw string) error {
	pass, err := jwt4.ParseSigned(raw, []jose4.SignatureAlgorithm{jose4.RS256})
	if err != nil {
		return err
	}
	key, err := publicKey()
	if err != nil {
		return err
	}
	var out jwt4.Claims
	return pass.Claims(key, &out)
}

// CorrectedPEM has the parsed key, and tests.
func CorrectedPEM(raw string) error {
	pass, err := jwt3.ParseSigned(raw)
	if err != nil {
		return err
	}
	if pass.Headers[0].Algorithm != "RS256" {
		return errBoat
	}
	key, err := publicKey()
	if err != nil {
		return err
	}
	return pass.Claims(key, new(boarding))
}

// CorrectedSquarePEM does the same.
func CorrectedSquarePEM(raw string) error {
	pass, err := square.ParseSigned(raw)
	if err != nil {
		return err
	}
	if pass.Headers[0].Algorithm != "RS256" {
		return errBoat
	}
	key, err := publicKey()
	if err != nil {
		return err
	}
	return pass.Claims(key)
}

// NotJustNone tests for the one algorithm in use.
func NotJustNone(raw string, pier []byte) error {
	pass, err := jwt3.ParseSigned(raw)
	if err != nil {
		return err
	}
	if pass.Headers[0].Algorithm != "HS256" {
		return errBoat
	}
	return pass.Claims(pier, new(boarding))
}
