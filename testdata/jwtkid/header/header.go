// Package header verifies with keys that the token's header brings along or
// says where to fetch.
package header

import (
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"math/big"
	"net/http"

	"github.com/go-jose/go-jose/v4"
	gojwt "github.com/go-jose/go-jose/v4/jwt"
	"github.com/golang-jwt/jwt/v5"
)

var errKey = errors.New("no key")

var rs256 = jwt.WithValidMethods([]string{"RS256"})

// VulnerableJWK takes modulus and exponent out of the header.
func VulnerableJWK(raw string) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `the token is verified with the key in its own jwk \(anyone can sign\); use keys that you trust, by kid \(jwtkid/embedded-key\)`
		own, ok := t.Header["jwk"].(map[string]any)
		if !ok {
			return nil, errKey
		}
		text, _ := own["n"].(string)
		modulus, err := base64.RawURLEncoding.DecodeString(text)
		if err != nil {
			return nil, err
		}
		return &rsa.PublicKey{N: new(big.Int).SetBytes(modulus), E: 65537}, nil
	}, rs256)
	return err
}

func certificate(t *jwt.Token) (*x509.Certificate, error) {
	chain, ok := t.Header["x5c"].([]any)
	if !ok || len(chain) == 0 {
		return nil, errKey
	}
	text, _ := chain[0].(string)
	der, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, err
	}
	return x509.ParseCertificate(der)
}

// VulnerableX5C believes any certificate.
func VulnerableX5C(raw string) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `the key in its own x5c .*\(jwtkid/embedded-key\)`
		leaf, err := certificate(t)
		if err != nil {
			return nil, err
		}
		return leaf.PublicKey, nil
	}, rs256)
	return err
}

// CorrectedX5C believes certificates that somebody it trusts has signed.
func CorrectedX5C(raw string, roots *x509.CertPool) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		leaf, err := certificate(t)
		if err != nil {
			return nil, err
		}
		if _, err := leaf.Verify(x509.VerifyOptions{Roots: roots}); err != nil {
			return nil, err
		}
		return leaf.PublicKey, nil
	}, rs256)
	return err
}

// VulnerableJKU asks the address in the header.
func VulnerableJKU(raw string) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		from, _ := t.Header["jku"].(string)
		answer, err := http.Get(from) // want `the key is fetched from the token's own jku \(the sender brings the key\); use a fixed address \(jwtkid/url\)`
		if err != nil {
			return nil, err
		}
		defer answer.Body.Close()
		return parsed(answer.Body)
	}, rs256)
	return err
}

// CorrectedJKU has a list of addresses.
func CorrectedJKU(raw string, trusted map[string]bool) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		from, _ := t.Header["jku"].(string)
		if !trusted[from] {
			return nil, errKey
		}
		answer, err := http.Get(from)
		if err != nil {
			return nil, err
		}
		defer answer.Body.Close()
		return parsed(answer.Body)
	}, rs256)
	return err
}

func parsed(body io.Reader) (any, error) {
	var key jose.JSONWebKey
	if err := json.NewDecoder(body).Decode(&key); err != nil {
		return nil, err
	}
	return key.Key, nil
}

// VulnerableJose does with go-jose what VulnerableJWK does.
func VulnerableJose(raw string) (string, error) {
	token, err := gojwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.RS256})
	if err != nil {
		return "", err
	}
	var claims gojwt.Claims
	if err := token.Claims(token.Headers[0].JSONWebKey, &claims); err != nil { // want `the key in its own jwk .*\(jwtkid/embedded-key\)`
		return "", err
	}
	return claims.Subject, nil
}

// CorrectedJose looks the kid up.
func CorrectedJose(raw string, keys map[string]*rsa.PublicKey) (string, error) {
	token, err := gojwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.RS256})
	if err != nil {
		return "", err
	}
	key, ok := keys[token.Headers[0].KeyID]
	if !ok {
		return "", errKey
	}
	var claims gojwt.Claims
	if err := token.Claims(key, &claims); err != nil {
		return "", err
	}
	return claims.Subject, nil
}
