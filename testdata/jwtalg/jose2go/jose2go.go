// Package jose2go verifies with jose2go, which takes the algorithm from the
// token's header. The release here also ignores a key that is not of the
// algorithm's kind.
package jose2go

import (
	"crypto/rsa"
	"errors"
	"os"
	"sync"

	jose "github.com/dvsekhvalnov/jose2go"
	keys "github.com/dvsekhvalnov/jose2go/keys/rsa"

	"example.com/fixtures/jwtalg/confusable"
)

var errMethod = errors.New("unexpected algorithm")

// Vulnerable takes any HMAC.
func Vulnerable(raw string) error {
	_, _, err := jose.Decode(raw, []byte(os.Getenv("ORDERS_KEY"))) // want `not pinned \(a \[\]byte key works with any HS\* method\); give Decode the key in jose.Alg \(jwtalg/unpinned\)`
	return err
}

// Public has a public key, and lets tokens in without a signature.
func Public(raw string) error {
	key, err := publicKey()
	if err != nil {
		return err
	}
	_, _, err = jose.Decode(raw, key) // want `an HS256 token without a signature passes \(this release ignores a key of another type\); pin the method, and upgrade \(jwtalg/confusable\)`
	return err
}

func publicKey() (*rsa.PublicKey, error) { return keys.ReadPublic([]byte(confusable.PublicPEM)) }

// store has the public keys, by their names; the desk has a secret.
var store sync.Map

func init() {
	if key, err := publicKey(); err == nil {
		store.Store("login", key)
	}
}

func named(kid any) (any, error) {
	if key, ok := store.Load(kid); ok {
		return key, nil
	}
	if kid == "desk" {
		return []byte(os.Getenv("ORDERS_KEY")), nil
	}
	return nil, errMethod
}

// Mixed admits both kinds for a key whose kind it does not look at.
func Mixed(raw string) error {
	_, _, err := jose.Decode(raw, func(header map[string]any, _ string) any { // want `an HS256 token without a signature passes .*\(jwtalg/confusable\)`
		if header["alg"] != "RS256" && header["alg"] != "HS256" {
			return errMethod
		}
		key, err := named(header["kid"])
		if err != nil {
			return err
		}
		return key
	})
	return err
}

// Nothing is what unsigned tokens are verified with.
func Nothing(raw string) error {
	_, _, err := jose.DecodeBytes(raw, nil) // want `\(jwtalg/none\)`
	return err
}

// Shrug returns nothing for names that it does not know.
func Shrug(raw string) error {
	_, _, err := jose.Decode(raw, shrug) // want `\(jwtalg/none\)`
	return err
}

func shrug(header map[string]any, _ string) any {
	if header["kid"] != "desk" {
		return nil
	}
	return []byte(os.Getenv("ORDERS_KEY"))
}

// Seen has seen the header, and not what it says.
func Seen(raw string) error {
	_, _, err := jose.Decode(raw, func(header map[string]any, _ string) any { // want `\(jwtalg/unpinned\)`
		if header["kid"] == "" {
			return errMethod
		}
		return []byte(os.Getenv("ORDERS_KEY"))
	})
	return err
}

func Issued() (string, error) {
	return jose.Sign(`{"sub":"visitor"}`, jose.NONE, nil) // want `token issued without a signature .*\(jwtalg/none\)`
}
