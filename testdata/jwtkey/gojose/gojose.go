// Package gojose gives keys to the go-jose libraries, which take them in
// structs of their own.
package gojose

import (
	"cmp"
	"os"

	"github.com/go-jose/go-jose/v3"
	jwt3 "github.com/go-jose/go-jose/v3/jwt"
	jose4 "github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
	squarejose "gopkg.in/square/go-jose.v2"
	square "gopkg.in/square/go-jose.v2/jwt"
)

var algorithms = []jose4.SignatureAlgorithm{jose4.HS256}

// VulnerableHardcoded verifies with a text of the source.
func VulnerableHardcoded(raw string) error {
	token, err := jwt.ParseSigned(raw, algorithms)
	if err != nil {
		return err
	}
	return token.Claims([]byte("written-where-everybody-can-read-it"), new(jwt.Claims)) // want `the key is a text of 35 bytes in the source .*\(jwtkey/hardcoded\)`
}

func Signer() (jose.Signer, error) {
	return jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: []byte("signs-tickets")}, nil) // want `\(jwtkey/hardcoded\)`
}

const seal = "a-seal-of-wax" // want `\(jwtkey/hardcoded\)`

func NamedSigner() (squarejose.Signer, error) {
	key := squarejose.JSONWebKey{Key: []byte(seal), KeyID: "wax"}
	return squarejose.NewSigner(squarejose.SigningKey{Algorithm: squarejose.HS512, Key: key}, nil)
}

const seals = "two-seals-of-wax" // want `\(jwtkey/hardcoded\)`

func Signers(other []byte) (jose.Signer, error) {
	return jose.NewMultiSigner([]jose.SigningKey{
		{Algorithm: jose.HS256, Key: other},
		{Algorithm: jose.HS256, Key: []byte(seals)},
	}, nil)
}

// VulnerableSet has the text in a set of keys.
func VulnerableSet(raw string) error {
	token, err := square.ParseSigned(raw)
	if err != nil {
		return err
	}
	return token.Claims(squarejose.JSONWebKeySet{Keys: []squarejose.JSONWebKey{
		{KeyID: "desk", Key: []byte("kept-in-a-set-of-keys")}, // want `\(jwtkey/hardcoded\)`
	}}, new(square.Claims))
}

// VulnerableDefault falls back to a text.
func VulnerableDefault(raw string) error {
	token, err := jwt3.ParseSigned(raw)
	if err != nil {
		return err
	}
	key := cmp.Or(os.Getenv("LAB_KEY_THAT_NOBODY_SETS"), "nobody-set-the-ticket-key") // want `\(jwtkey/default\)`
	return token.Claims([]byte(key), new(jwt3.Claims))
}

// desk never got its key.
type desk struct{ key []byte }

// VulnerableEmpty verifies with nothing: before v4 the library does.
func VulnerableEmpty(raw string) error {
	token, err := jwt3.ParseSigned(raw)
	if err != nil {
		return err
	}
	d := &desk{}
	return token.Claims(d.key, new(jwt3.Claims)) // want `the HMAC key can only be empty .*\(jwtkey/empty\)`
}
