// Package gojose verifies with the go-jose libraries, which are given the key
// itself. Before v4 the token's header says with which algorithm.
package gojose

import (
	"crypto/rsa"
	"errors"
	"log"

	"github.com/go-jose/go-jose/v3"
	jwt3 "github.com/go-jose/go-jose/v3/jwt"
	jose4 "github.com/go-jose/go-jose/v4"
	jwt4 "github.com/go-jose/go-jose/v4/jwt"
	jwt2 "gopkg.in/go-jose/go-jose.v2/jwt"
	squarejose "gopkg.in/square/go-jose.v2"
	square "gopkg.in/square/go-jose.v2/jwt"

	"example.com/fixtures/jwtalg/confusable"
)

var errBoat = errors.New("not a boarding pass")

// boarding is what a pass says.
type boarding struct {
	jwt3.Claims
	Cabin string `json:"cabin"`
}

func Ferry(raw string, pier []byte) (*boarding, error) {
	pass, err := jwt3.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	out := new(boarding)
	return out, pass.Claims(pier, out) // want `algorithm is not pinned \(a \[\]byte key works with any HS\* method\); compare Headers\[0\]\.Algorithm \(jwtalg/unpinned\)`
}

func Tender(raw string, pier *rsa.PublicKey) (map[string]any, error) {
	pass, err := jwt2.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	log.Print("signed with ", pass.Headers[0].Algorithm) // Reading is no check.
	out := map[string]any{}
	err = pass.Claims(pier, &out) // want `an \*rsa\.PublicKey works with any RS\* or PS\* method`
	return out, err
}

// Barge hands a set of keys over: which one fits, and with which algorithm,
// the token says.
func Barge(raw string, piers *squarejose.JSONWebKeySet) (*square.Claims, error) {
	pass, err := square.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	var out square.Claims
	if err := pass.Claims(piers, &out); err != nil { // want `\(jwtalg/unpinned\)`
		return nil, err
	}
	return &out, nil
}

// Cargo is no token, and the same holds for it.
func Cargo(raw string, pier []byte) ([]byte, error) {
	manifest, err := jose.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	return manifest.Verify(pier) // want `\(jwtalg/unpinned\)`
}

// Ignored looks, and goes on.
func Ignored(raw string, pier []byte) (*boarding, error) {
	pass, err := jwt3.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	if pass.Headers[0].Algorithm != "HS256" {
		log.Print("an unusual pass")
	}
	out := new(boarding)
	return out, pass.Claims(pier, out) // want `\(jwtalg/unpinned\)`
}

// NotNone refuses what the library refuses anyway.
func NotNone(raw string, pier []byte) error {
	pass, err := jwt3.ParseSigned(raw)
	if err != nil {
		return err
	}
	if pass.Headers[0].Algorithm == "none" {
		return errBoat
	}
	return pass.Claims(pier, new(boarding)) // want `\(jwtalg/none\)`
}

// aboard verifies for its callers, each of which parses.
func aboard(pass *jwt3.JSONWebToken, pier []byte) (*boarding, error) {
	out := new(boarding)
	return out, pass.Claims(pier, out)
}

func Dinghy(raw string, pier []byte) (*boarding, error) {
	pass, err := jwt3.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	return aboard(pass, pier) // want `\(jwtalg/unpinned\)`
}

// VulnerableMixed lists algorithms of both kinds for a key that is text.
func VulnerableMixed(raw string) error {
	pass, err := jwt4.ParseSigned(raw, []jose4.SignatureAlgorithm{jose4.HS256, jose4.RS256})
	if err != nil {
		return err
	}
	var out jwt4.Claims
	return pass.Claims([]byte(confusable.PublicPEM), &out) // want `valid methods mix HS256 with RS256 .*\(jwtalg/confusable\)`
}

// VulnerablePEM has a public key that serves as a secret.
func VulnerablePEM(raw string) error {
	pass, err := jwt3.ParseSigned(raw)
	if err != nil {
		return err
	}
	return pass.Claims([]byte(confusable.PublicPEM), new(boarding)) // want `\(jwtalg/confusable\)`
}

// VulnerableSquarePEM is the same before the library moved.
func VulnerableSquarePEM(raw string) error {
	pass, err := square.ParseSigned(raw)
	if err != nil {
		return err
	}
	return pass.Claims([]byte(confusable.PublicPEM)) // want `\(jwtalg/confusable\)`
}

// VulnerableChoice picks the kind of key by what the token says.
func VulnerableChoice(raw string, public *rsa.PublicKey) error {
	pass, err := jwt2.ParseSigned(raw)
	if err != nil {
		return err
	}
	var key any = public
	if pass.Headers[0].Algorithm == "HS256" {
		key = []byte(confusable.PublicPEM)
	}
	return pass.Claims(key) // want `\(jwtalg/confusable\)`
}
