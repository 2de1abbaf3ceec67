// Package jwx reads the header of a token before it looks for the key.
package jwx

import (
	"errors"
	"net/http"
	"os"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwk"
	"github.com/lestrrat-go/jwx/v2/jws"
	"github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jws3 "github.com/lestrrat-go/jwx/v3/jws"
	jwt3 "github.com/lestrrat-go/jwx/v3/jwt"
)

var errKey = errors.New("no such key")

func header(raw []byte) (jws.Headers, error) {
	message, err := jws.Parse(raw)
	if err != nil {
		return nil, err
	}
	return message.Signatures()[0].ProtectedHeaders(), nil
}

// VulnerableFile opens the file that the kid names.
func VulnerableFile(raw []byte) (jwt.Token, error) {
	h, err := header(raw)
	if err != nil {
		return nil, err
	}
	key, err := os.ReadFile("/var/keys/" + h.KeyID()) // want `the token's kid names a file .*\(jwtkid/injection\)`
	if err != nil {
		return nil, err
	}
	return jwt.Parse(raw, jwt.WithKey(jwa.HS256, key))
}

// VulnerableOwn verifies with the key that the token brings.
func VulnerableOwn(raw []byte) (jwt.Token, error) {
	h, err := header(raw)
	if err != nil {
		return nil, err
	}
	return jwt.Parse(raw, jwt.WithKey(jwa.RS256, h.JWK())) // want `the key in its own jwk .*\(jwtkid/embedded-key\)`
}

// VulnerableAddress asks whom the token names.
func VulnerableAddress(raw []byte) (jwt.Token, error) {
	h, err := header(raw)
	if err != nil {
		return nil, err
	}
	answer, err := http.Get(h.JWKSetURL()) // want `fetched from the token's own jku .*\(jwtkid/url\)`
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	set, err := jwk.ParseReader(answer.Body)
	if err != nil {
		return nil, err
	}
	return jwt.Parse(raw, jwt.WithKeySet(set))
}

// VulnerableFile3 does with v3 what VulnerableFile does.
func VulnerableFile3(raw []byte) (jwt3.Token, error) {
	message, err := jws3.Parse(raw)
	if err != nil {
		return nil, err
	}
	kid, ok := message.Signatures()[0].ProtectedHeaders().KeyID()
	if !ok {
		return nil, errKey
	}
	key, err := os.ReadFile("/var/keys/" + kid) // want `the token's kid names a file .*\(jwtkid/injection\)`
	if err != nil {
		return nil, err
	}
	return jwt3.Parse(raw, jwt3.WithKey(jwa3.HS256(), key))
}

// Corrected has its keys in a set.
func Corrected(raw []byte, set jwk.Set) (jwt.Token, error) {
	h, err := header(raw)
	if err != nil {
		return nil, err
	}
	key, ok := set.LookupKeyID(h.KeyID())
	if !ok {
		return nil, errKey
	}
	return jwt.Parse(raw, jwt.WithKey(jwa.RS256, key))
}
