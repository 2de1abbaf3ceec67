// Package jwx verifies with lestrrat-go/jwx, which takes the algorithm together
// with the key: here something undoes that.
package jwx

import (
	"context"
	"os"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwk"
	"github.com/lestrrat-go/jwx/v2/jws"
	"github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jws3 "github.com/lestrrat-go/jwx/v3/jws"
	jwt3 "github.com/lestrrat-go/jwx/v3/jwt"

	"example.com/fixtures/jwtalg/confusable"
)

func secret() []byte { return []byte(os.Getenv("DESK_KEY")) }

// VulnerableOff has the key and does not use it.
func VulnerableOff(raw string) error {
	_, err := jwt.Parse([]byte(raw), jwt.WithKey(jwa.HS256, secret()), jwt.WithVerify(false)) // want `switched off beside the key.*\(jwtalg/none\)`
	return err
}

// VulnerableOff3 has a set of keys.
func VulnerableOff3(raw string, set jwk.Set) error {
	_, err := jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), secret()), jwt3.WithVerify(false)) // want `\(jwtalg/none\)`
	return err
}

// parse leaves the options to its callers.
func parse(raw string, options ...jwt.ParseOption) error {
	_, err := jwt.ParseString(raw, options...)
	return err
}

// VulnerableOffCalled switches the check off for a function that it calls.
func VulnerableOffCalled(raw string) error {
	return parse(raw, jwt.WithKey(jwa.HS256, secret()), jwt.WithVerify(false)) // want `\(jwtalg/none\)`
}

// VulnerablePublic takes the text of a public key for a secret.
func VulnerablePublic(raw string) error {
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, []byte(confusable.PublicPEM))) // want `public key handed over as \[\]byte.*\(jwtalg/confusable\)`
	return err
}

// VulnerableBelieving lets the header choose what to do with that text.
func VulnerableBelieving(raw string) error {
	public := []byte(confusable.PublicPEM)
	provide := jws.KeyProviderFunc(func(_ context.Context, sink jws.KeySink, sig *jws.Signature, _ *jws.Message) error {
		sink.Key(sig.ProtectedHeaders().Algorithm(), public)
		return nil
	})
	_, err := jwt.ParseString(raw, jwt.WithKeyProvider(provide)) // want `\(jwtalg/confusable\)`
	return err
}

// VulnerableHash lets the header choose the hash.
func VulnerableHash(raw string) error {
	provide := jws3.KeyProviderFunc(func(_ context.Context, sink jws3.KeySink, sig *jws3.Signature, _ *jws3.Message) error {
		alg, _ := sig.ProtectedHeaders().Algorithm()
		sink.Key(alg, secret())
		return nil
	})
	_, err := jwt3.ParseString(raw, jwt3.WithKeyProvider(provide)) // want `not pinned \(a \[\]byte key works with any HS\* method\); name it beside the key \(jwtalg/unpinned\)`
	return err
}

// desk provides a key by a method.
type desk struct{ key []byte }

func (d *desk) FetchKeys(_ context.Context, sink jws.KeySink, sig *jws.Signature, _ *jws.Message) error {
	sink.Key(sig.ProtectedHeaders().Algorithm(), d.key)
	return nil
}

func (d *desk) verify(raw []byte) ([]byte, error) {
	return jws.Verify(raw, jws.WithKeyProvider(d)) // want `\(jwtalg/unpinned\)`
}

// header reads the algorithm first, and then believes it.
func header(raw []byte) (jwt.Token, error) {
	message, err := jws.Parse(raw)
	if err != nil {
		return nil, err
	}
	alg := message.Signatures()[0].ProtectedHeaders().Algorithm()
	return jwt.Parse(raw, jwt.WithKey(alg, secret())) // want `\(jwtalg/unpinned\)`
}

func unsigned(token jwt.Token) ([]byte, error) {
	return jwt.Sign(token, jwt.WithInsecureNoSignature()) // want `issued without a signature.*\(jwtalg/none\)`
}

func unsigned3(payload []byte) ([]byte, error) {
	return jws3.Sign(payload, jws3.WithInsecureNoSignature()) // want `\(jwtalg/none\)`
}
