// Package jwx has keys of lestrrat-go/jwx that stand in the source: in the
// option beside the algorithm, in the library's own form, in a set.
package jwx

import (
	"encoding/json"
	"os"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwk"
	"github.com/lestrrat-go/jwx/v2/jws"
	"github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwk3 "github.com/lestrrat-go/jwx/v3/jwk"
	jwt3 "github.com/lestrrat-go/jwx/v3/jwt"
)

// VulnerableHardcoded verifies with a text.
func VulnerableHardcoded(raw string) error {
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, []byte("beside-its-algorithm"))) // want `text of 20 bytes.*\(jwtkey/hardcoded\)`
	return err
}

// VulnerableDefault3 falls back to one.
func VulnerableDefault3(raw string) error {
	key := os.Getenv("LAB_KEY_THAT_NOBODY_SETS")
	if key == "" {
		key = "fallback-of-the-third" // want `\(jwtkey/default\)`
	}
	_, err := jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), []byte(key)))
	return err
}

// VulnerableWrapped has it in the library's form.
func VulnerableWrapped(raw string) error {
	key, err := jwk3.Import([]byte("imported-from-the-source")) // want `\(jwtkey/hardcoded\)`
	if err != nil {
		return err
	}
	_, err = jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), key))
	return err
}

// VulnerableSet has it in a set, under the name "desk".
func VulnerableSet(raw string) error {
	key, err := jwk.FromRaw([]byte("one-key-of-a-whole-set")) // want `\(jwtkey/hardcoded\)`
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

// VulnerableJWK has it as the text of a set: the secret is "inside-a-json-web-key".
func VulnerableJWK(raw string) error {
	set, err := jwk.ParseString(`{"keys":[{"kty":"oct","kid":"desk","alg":"HS256","k":"aW5zaWRlLWEtanNvbi13ZWIta2V5"}]}`) // want `\(jwtkey/hardcoded\)`
	if err != nil {
		return err
	}
	_, err = jwt.ParseString(raw, jwt.WithKeySet(set))
	return err
}

const secret = "for-signing-and-verifying" // want `\(jwtkey/hardcoded\)`

func issue(token jwt.Token) ([]byte, error) {
	return jwt.Sign(token, jwt.WithKey(jwa.HS256, []byte(secret)))
}

func issueOther(token jwt.Token) ([]byte, error) {
	return jwt.NewSerializer().Sign(jwt.WithKey(jwa.HS512, []byte("serialised"))).Serialize(token) // want `\(jwtkey/hardcoded\)`
}

func issueBytes(event any) ([]byte, error) {
	payload, err := json.Marshal(event)
	if err != nil {
		return nil, err
	}
	return jws.Sign(payload, jws.WithKey(jwa.HS256, []byte("any-payload"))) // want `\(jwtkey/hardcoded\)`
}

// issuePEM has a private key.
func issuePEM(token jwt3.Token) ([]byte, error) {
	key, err := jwk3.ParseKey([]byte(private), jwk3.WithPEM(true))
	if err != nil {
		return nil, err
	}
	return jwt3.Sign(token, jwt3.WithKey(jwa3.ES256(), key))
}

const private = "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----\n" // want `\(jwtkey/hardcoded\)`

// signer is given its options.
func signer(token jwt.Token, key []byte) ([]byte, error) {
	options := []jwt.SignOption{jwt.WithKey(jwa.HS256, key)}
	return jwt.Sign(token, options...)
}

func issueNamed(token jwt.Token) ([]byte, error) {
	return signer(token, []byte("handed-to-a-helper")) // want `\(jwtkey/hardcoded\)`
}
