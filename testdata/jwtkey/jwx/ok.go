package jwx

import (
	"context"
	"crypto/rsa"
	"errors"
	"os"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwk"
	"github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwk3 "github.com/lestrrat-go/jwx/v3/jwk"
	jwt3 "github.com/lestrrat-go/jwx/v3/jwt"
)

var errNoKey = errors.New("DESK_KEY is not set")

// Corrected verifies with a key that only the operator knows.
func Corrected(raw string) error {
	key := os.Getenv("DESK_KEY")
	if key == "" {
		return errNoKey
	}
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, []byte(key)))
	return err
}

// Corrected3 has it in the library's form; the library refuses an empty one.
func Corrected3(raw string) error {
	key, err := jwk3.Import([]byte(os.Getenv("DESK_KEY")))
	if err != nil {
		return err
	}
	_, err = jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), key))
	return err
}

// CorrectedSet has it in a set.
func CorrectedSet(raw string) error {
	key, err := jwk.FromRaw([]byte(os.Getenv("DESK_KEY")))
	if err != nil {
		return err
	}
	_ = key.Set(jwk.KeyIDKey, "desk")
	_ = key.Set(jwk.AlgorithmKey, jwa.HS256)
	set := jwk.NewSet()
	if err := set.AddKey(key); err != nil {
		return err
	}
	_, err = jwt.ParseString(raw, jwt.WithKeySet(set))
	return err
}

// unset is empty, which this library refuses.
var unset []byte

// RefusesEmpty never lets anyone in.
func RefusesEmpty(raw string) error {
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, unset))
	return err
}

const public = "-----BEGIN PUBLIC KEY-----\nMFkwEwYH\n-----END PUBLIC KEY-----\n"

func pem(raw string) error {
	key, err := jwk.ParseKey([]byte(public), jwk.WithPEM(true))
	if err != nil {
		return err
	}
	_, err = jwt.ParseString(raw, jwt.WithKey(jwa.ES256, key))
	return err
}

// published are keys that everyone may see.
const published = `{"keys":[{"kty":"RSA","kid":"login","alg":"RS256","use":"sig","e":"AQAB","n":"0vx7agoebGcQSuuPiLJXZpt"}]}`

func text(raw string) error {
	set, err := jwk3.Parse([]byte(published))
	if err != nil {
		return err
	}
	_, err = jwt3.ParseString(raw, jwt3.WithKeySet(set))
	return err
}

func fetched(ctx context.Context, raw string) error {
	set, err := jwk.Fetch(ctx, "https://login.example/keys")
	if err != nil {
		return err
	}
	_, err = jwt.ParseString(raw, jwt.WithKeySet(set))
	return err
}

func pair(raw string, key *rsa.PublicKey) error {
	_, err := jwt3.ParseString(raw, jwt3.WithKey(jwa3.RS256(), key))
	return err
}
