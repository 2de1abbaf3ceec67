// Package proof verifies proofs that a client has the key that it sends along.
package proof

import (
	"crypto/rsa"
	"encoding/base64"
	"errors"
	"log"
	"math/big"
	"slices"

	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	"github.com/golang-jwt/jwt/v5"
	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jws"
	jwx "github.com/lestrrat-go/jwx/v3/jwt"
)

var (
	errProof = errors.New("no proof")
	rs256    = jwt.WithValidMethods([]string{"RS256"})
)

// proofType is what RFC 9449 calls it.
const proofType = "dpop+jwt"

func headers(raw []byte) (jws.Headers, error) {
	message, err := jws.Parse(raw)
	if err != nil {
		return nil, err
	}
	return message.Signatures()[0].ProtectedHeaders(), nil
}

// Corrected takes nothing but a proof.
func Corrected(raw []byte) (jwx.Token, error) {
	h, err := headers(raw)
	if err != nil {
		return nil, err
	}
	if typ, _ := h.Type(); typ != proofType {
		return nil, errProof
	}
	own, ok := h.JWK()
	if !ok {
		return nil, errProof
	}
	return jwx.Parse(raw, jwx.WithKey(jwa.ES256(), own))
}

// Vulnerable takes any token by its own key, and only notes whether it is a proof.
func Vulnerable(raw []byte) (jwx.Token, error) {
	h, err := headers(raw)
	if err != nil {
		return nil, err
	}
	if typ, _ := h.Type(); typ == proofType {
		log.Print("a proof")
	}
	own, ok := h.JWK()
	if !ok {
		return nil, errProof
	}
	return jwx.Parse(raw, jwx.WithKey(jwa.ES256(), own)) // want `the key in its own jwk .*\(jwtkid/embedded-key\)`
}

// VulnerableAccess asks for another type.
func VulnerableAccess(raw []byte) (jwx.Token, error) {
	h, err := headers(raw)
	if err != nil {
		return nil, err
	}
	if typ, _ := h.Type(); typ != "at+jwt" {
		return nil, errProof
	}
	own, ok := h.JWK()
	if !ok {
		return nil, errProof
	}
	return jwx.Parse(raw, jwx.WithKey(jwa.ES256(), own)) // want `the key in its own jwk .*\(jwtkid/embedded-key\)`
}

func ownKey(t *jwt.Token) (any, error) {
	own, ok := t.Header["jwk"].(map[string]any)
	if !ok {
		return nil, errProof
	}
	text, _ := own["n"].(string)
	modulus, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return nil, err
	}
	return &rsa.PublicKey{N: new(big.Int).SetBytes(modulus), E: 65537}, nil
}

// VulnerableKeyfunc has no type in view.
func VulnerableKeyfunc(raw string) error {
	_, err := jwt.Parse(raw, ownKey, rs256) // want `\(jwtkid/embedded-key\)`
	return err
}

// isProof asks the header.
func isProof(t *jwt.Token) bool { return t.Header["typ"] == proofType }

// CorrectedKeyfunc refuses others before it returns the key.
func CorrectedKeyfunc(raw string) error {
	_, err := jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if !isProof(t) {
			return nil, errProof
		}
		return ownKey(t)
	}, rs256)
	return err
}

// CorrectedAfter refuses others once they are verified.
func CorrectedAfter(raw string) (*jwt.Token, error) {
	t, err := jwt.Parse(raw, ownKey, rs256)
	if err != nil {
		return nil, err
	}
	if kind, _ := t.Header["typ"].(string); !slices.Contains([]string{"openid4vci-proof+jwt", proofType}, kind) {
		return nil, errProof
	}
	return t, nil
}

// CorrectedIssuing takes the proof of a wallet.
func CorrectedIssuing(raw string) (*josejwt.Claims, error) {
	t, err := josejwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.ES256})
	if err != nil {
		return nil, err
	}
	if t.Headers[0].ExtraHeaders[jose.HeaderType] != "openid4vci-proof+jwt" {
		return nil, errProof
	}
	return byOwnKey(t)
}

// byOwnKey is for proofs alone.
func byOwnKey(t *josejwt.JSONWebToken) (*josejwt.Claims, error) {
	var claims josejwt.Claims
	if err := t.Claims(t.Headers[0].JSONWebKey, &claims); err != nil {
		return nil, err
	}
	return &claims, nil
}
