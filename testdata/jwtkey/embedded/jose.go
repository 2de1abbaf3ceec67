package embedded

import (
	"crypto/x509"
	"encoding/pem"
	"errors"

	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwk"
	jwxjwt "github.com/lestrrat-go/jwx/v3/jwt"

	_ "embed"
)

//go:embed keys/signing.pem
var josePEM []byte // want "jwtkey/embedded"

//go:embed keys/signing.pem
var jwxPEM []byte // want "jwtkey/embedded"

//go:embed keys/public.pem
var joseVerifying []byte

var errPEM = errors.New("no PEM block")

// Jose decodes the key by hand.
func Jose(subject string) (string, error) {
	block, _ := pem.Decode(josePEM)
	if block == nil {
		return "", errPEM
	}
	key, err := x509.ParsePKCS1PrivateKey(block.Bytes)
	if err != nil {
		return "", err
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.RS256, Key: key}, nil)
	if err != nil {
		return "", err
	}
	return josejwt.Signed(signer).Claims(josejwt.Claims{Subject: subject}).Serialize()
}

// JWX lets the library do so.
func JWX(subject string) ([]byte, error) {
	tok, err := jwxjwt.NewBuilder().Subject(subject).Build()
	if err != nil {
		return nil, err
	}
	key, err := jwk.ParseKey(jwxPEM, jwk.WithPEM(true))
	if err != nil {
		return nil, err
	}
	return jwxjwt.Sign(tok, jwxjwt.WithKey(jwa.RS256(), key))
}

// Verify has a key that everybody may see.
func Verify(raw []byte) (jwxjwt.Token, error) {
	key, err := jwk.ParseKey(joseVerifying, jwk.WithPEM(true))
	if err != nil {
		return nil, err
	}
	return jwxjwt.Parse(raw, jwxjwt.WithKey(jwa.RS256(), key))
}
