package jwx4

import (
	"context"

	"github.com/lestrrat-go/jwx/v4/jwa"
	"github.com/lestrrat-go/jwx/v4/jws"
	"github.com/lestrrat-go/jwx/v4/jwt"
)

// Corrected has the algorithm beside the key.
func Corrected(raw string) error {
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256(), secret()))
	return err
}

// CorrectedProvider names it where the key is handed over.
func CorrectedProvider(raw string) error {
	provide := jws.KeyProviderFunc(func(_ context.Context, sink jws.KeySink, _ *jws.Signature, _ *jws.Message) error {
		sink.Key(jwa.HS256(), secret())
		return nil
	})
	_, err := jwt.ParseString(raw, jwt.WithKeyProvider(provide))
	return err
}
