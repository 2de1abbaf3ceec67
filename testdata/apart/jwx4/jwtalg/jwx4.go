// Package jwx4 verifies with the fourth major of lestrrat-go/jwx, which takes
// the algorithm together with the key: here something undoes that.
package jwx4

import (
	"context"
	"os"

	"github.com/lestrrat-go/jwx/v4/jwa"
	"github.com/lestrrat-go/jwx/v4/jws"
	"github.com/lestrrat-go/jwx/v4/jwt"
)

func secret() []byte { return []byte(os.Getenv("DESK_KEY")) }

// VulnerableOff has the key and does not use it.
func VulnerableOff(raw string) error {
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), secret()), jwt.WithVerify(false)) // want `switched off beside the key.*\(jwtalg/none\)`
	return err
}

// VulnerableHash lets the header choose the hash.
func VulnerableHash(raw string) error {
	provide := jws.KeyProviderFunc(func(_ context.Context, sink jws.KeySink, sig *jws.Signature, _ *jws.Message) error {
		alg, _ := sig.ProtectedHeaders().Algorithm()
		sink.Key(alg, secret())
		return nil
	})
	_, err := jwt.ParseString(raw, jwt.WithKeyProvider(provide)) // want `not pinned \(a \[\]byte key works with any HS\* method\); name it beside the key \(jwtalg/unpinned\)`
	return err
}

// Unsigned is for everybody to change.
func Unsigned(token jwt.Token) ([]byte, error) {
	return jwt.Sign(token, jwt.WithInsecureNoSignature()) // want `issued without a signature.*\(jwtalg/none\)`
}
