// Package confusable lets the token choose which kind of key verifies it.
package confusable

import (
	"crypto/rsa"
	"errors"
	"os"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

// PublicPEM is the public key of the login service; anybody may have it.
const PublicPEM = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmmDJ8vs1JuOP0j5jRTKx
31QgbuXvrv1u/uLPJThv/Eu7gPdmR7+8pot75eFidS8TpQAcvbaM5JBK7bxBX9xc
OW4IrqWsiB7FEhSFU94y+HHjKKACDKyc30Xp8H9qFbur5yyvY9gPj0sketgD2kRJ
IVqG+Wfxe4xwjN1l0yVfTGOJwizeHanwW5tEjnrNt7TpD13vAoAi4ic+h2306vdJ
6nCG2raS9afCqyiYLY5EEdRV5+/aGopCFxW5iSjUsPkXGx/xagI0og2WIv4P62tD
b7hEKCqUTaIDHMlytSWts5WiDwJU4bT2/OFb/Aww1Z7k2VvQ8jpt5MzG8OlD0hk6
bwIDAQAB
-----END PUBLIC KEY-----
`

var errMethod = errors.New("unexpected method")

// Vulnerable returns the public key as it was read.
func Vulnerable(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { // want `handed over as \[\]byte.*\(jwtalg/confusable\)`
		return []byte(PublicPEM), nil
	})
}

// Corrected returns the parsed key, and pins its method.
func Corrected(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) {
		return jwt.ParseRSAPublicKeyFromPEM([]byte(PublicPEM))
	}, jwt.WithValidMethods([]string{"RS256"}))
}

// VulnerableSwitch has a branch for either kind, of one material.
func VulnerableSwitch(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `\(jwtalg/confusable\)`
		switch {
		case strings.HasPrefix(t.Method.Alg(), "HS"):
			return []byte(PublicPEM), nil
		case strings.HasPrefix(t.Method.Alg(), "RS"):
			return jwt.ParseRSAPublicKeyFromPEM([]byte(PublicPEM))
		}
		return nil, errMethod
	})
}

// Keys serves two kinds of token by one keyfunc.
type Keys struct {
	secret []byte
	public *rsa.PublicKey
}

// NewKeys reads both.
func NewKeys(public *rsa.PublicKey) *Keys {
	return &Keys{secret: []byte(os.Getenv("DESK_KEY")), public: public}
}

// Parse lets the token choose between them.
func (k *Keys) Parse(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `chooses between an HMAC secret and a public key.*\(jwtalg/confusable\)`
		switch t.Method.(type) {
		case *jwt.SigningMethodHMAC:
			return k.secret, nil
		case *jwt.SigningMethodRSA:
			return k.public, nil
		}
		return nil, errMethod
	})
}

// Interface returns a key of which nobody knows the kind.
func (k *Keys) Interface(raw string, symmetric bool) (*jwt.Token, error) {
	var key any = k.public
	if symmetric {
		key = []byte(os.Getenv("DESK_KEY"))
	}
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }) // want `\(jwtalg/confusable\)`
}

func Mixed(raw string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { // want `mix HS256 with RS256.*\(jwtalg/confusable\)`
		return key, nil
	}, jwt.WithValidMethods([]string{"RS256", "HS256"}))
}
