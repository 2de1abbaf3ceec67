package jwx

import (
	"context"
	"crypto/rsa"
	"errors"
	"net/http"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwk"
	"github.com/lestrrat-go/jwx/v2/jws"
	"github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwk3 "github.com/lestrrat-go/jwx/v3/jwk"
	jws3 "github.com/lestrrat-go/jwx/v3/jws"
	jwt3 "github.com/lestrrat-go/jwx/v3/jwt"

	"example.com/fixtures/jwtalg/confusable"
)

// Corrected has the algorithm beside the key.
func Corrected(raw string) error {
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, secret()))
	return err
}

// Corrected3 is the same with the other major.
func Corrected3(raw string) error {
	_, err := jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), secret()), jwt3.WithVerify(true))
	return err
}

// CorrectedPublic has a key of the kind that its algorithm needs.
func CorrectedPublic(raw string) error {
	key, err := jwk.ParseKey([]byte(confusable.PublicPEM), jwk.WithPEM(true))
	if err != nil {
		return err
	}
	_, err = jwt.ParseString(raw, jwt.WithKey(jwa.RS256, key))
	return err
}

func sets(r *http.Request, set jwk.Set, set3 jwk3.Set) error {
	if _, err := jwt.ParseRequest(r, jwt.WithKeySet(set, jws.WithInferAlgorithmFromKey(true))); err != nil {
		return err
	}
	_, err := jwt3.ParseRequest(r, jwt3.WithKeySet(set3))
	return err
}

// several keys, each with its own algorithm.
func several(raw []byte, public *rsa.PublicKey) ([]byte, error) {
	return jws3.Verify(raw, jws3.WithKey(jwa3.HS256(), secret()), jws3.WithKey(jwa3.RS256(), public))
}

func fixed(raw string) error {
	provide := jws.KeyProviderFunc(func(_ context.Context, sink jws.KeySink, _ *jws.Signature, _ *jws.Message) error {
		sink.Key(jwa.HS256, secret())
		return nil
	})
	_, err := jwt.ParseString(raw, jwt.WithKeyProvider(provide))
	return err
}

func compared(raw string) error {
	provide := jws.KeyProviderFunc(func(_ context.Context, sink jws.KeySink, sig *jws.Signature, _ *jws.Message) error {
		alg := sig.ProtectedHeaders().Algorithm()
		if alg != jwa.HS256 {
			return errors.New("another algorithm")
		}
		sink.Key(alg, secret())
		return nil
	})
	_, err := jwt.ParseString(raw, jwt.WithKeyProvider(provide))
	return err
}

// elsewhere is a provider of some other package.
func elsewhere(raw string, provider jws.KeyProvider) error {
	_, err := jwt.ParseString(raw, jwt.WithKeyProvider(provider))
	return err
}

// Configured has the algorithm from outside.
func Configured(raw, alg string) error {
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.KeyAlgorithmFrom(alg), secret()))
	return err
}

// peek says by its options that it only looks.
func peek(raw []byte) (jwt.Token, error) {
	return jwt.Parse(raw, jwt.WithVerify(false), jwt.WithValidate(false))
}

func sign(token jwt.Token) ([]byte, error) {
	return jwt.Sign(token, jwt.WithKey(jwa.HS256, secret()))
}
