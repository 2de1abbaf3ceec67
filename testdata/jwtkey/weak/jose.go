package weak

import (
	"crypto/rand"
	"crypto/rsa"
	mathrand "math/rand"

	"github.com/go-jose/go-jose/v4"
	josejwt "github.com/go-jose/go-jose/v4/jwt"
	"github.com/lestrrat-go/jwx/v3/jwa"
	jwxjwt "github.com/lestrrat-go/jwx/v3/jwt"
)

// ShortJose signs with half of what HS256 asks.
func ShortJose(subject string) (string, error) {
	key := make([]byte, 16)
	if _, err := rand.Read(key); err != nil { // want "jwtkey/weak"
		return "", err
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: key}, nil)
	if err != nil {
		return "", err
	}
	return josejwt.Signed(signer).Claims(josejwt.Claims{Subject: subject}).Serialize()
}

// LongJose has enough.
func LongJose(subject string) (string, error) {
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil {
		return "", err
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: key}, nil)
	if err != nil {
		return "", err
	}
	return josejwt.Signed(signer).Claims(josejwt.Claims{Subject: subject}).Serialize()
}

// SmallJose has a modulus of 1024 bits.
func SmallJose(subject string) (string, error) {
	key, err := rsa.GenerateKey(rand.Reader, 1024) // want "jwtkey/weak"
	if err != nil {
		return "", err
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.PS256, Key: key}, nil)
	if err != nil {
		return "", err
	}
	return josejwt.Signed(signer).Claims(josejwt.Claims{Subject: subject}).Serialize()
}

// ShortJWX signs with 32 bytes what asks for 64.
func ShortJWX(subject string) ([]byte, error) {
	tok, err := jwxjwt.NewBuilder().Subject(subject).Build()
	if err != nil {
		return nil, err
	}
	key := make([]byte, 32)
	if _, err := rand.Read(key); err != nil { // want "jwtkey/weak"
		return nil, err
	}
	return jwxjwt.Sign(tok, jwxjwt.WithKey(jwa.HS512(), key))
}

// ForetoldJWX draws its key from a generator that anybody can run, too.
func ForetoldJWX(raw []byte) (jwxjwt.Token, error) {
	key := make([]byte, 64)
	mathrand.Read(key) // want "jwtkey/weak"
	return jwxjwt.Parse(raw, jwxjwt.WithKey(jwa.HS256(), key))
}

// LongJWX is as long as it has to be.
func LongJWX(raw []byte) (jwxjwt.Token, error) {
	key := make([]byte, 64)
	if _, err := rand.Read(key); err != nil {
		return nil, err
	}
	return jwxjwt.Parse(raw, jwxjwt.WithKey(jwa.HS512(), key))
}
