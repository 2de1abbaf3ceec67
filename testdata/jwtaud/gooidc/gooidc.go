// Package gooidc verifies ID tokens with go-oidc, which compares the audience
// by itself unless it is told to skip that.
package gooidc

import (
	"context"
	"crypto"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"log"

	oidc2 "github.com/coreos/go-oidc"
	"github.com/coreos/go-oidc/v3/oidc"

	"example.com/fixtures/jwtalg/confusable"
)

var errGuest = errors.New("not for us")

const login = "https://login.example"

// keys is the key of the login service.
func keys() oidc.KeySet {
	block, _ := pem.Decode([]byte(confusable.PublicPEM))
	key, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		panic(err)
	}
	return &oidc.StaticKeySet{PublicKeys: []crypto.PublicKey{key}}
}

// VulnerableMissing skips the check and makes none.
func VulnerableMissing(raw string) (string, error) {
	verifier := oidc.NewVerifier(login, keys(), &oidc.Config{SkipClientIDCheck: true})
	guest, err := verifier.Verify(context.Background(), raw) // want `without checking its audience .*; set Config\.ClientID or compare Audience \(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return guest.Subject, nil
}

// VulnerableTautology compares the audience with what the token says.
func VulnerableTautology(raw string) error {
	verifier := oidc.NewVerifier(login, keys(), &oidc.Config{SkipClientIDCheck: true})
	guest, err := verifier.Verify(context.Background(), raw) // want `\(jwtaud/tautology\)`
	if err != nil {
		return err
	}
	var c struct {
		Audience string `json:"aud"`
	}
	if err := guest.Claims(&c); err != nil {
		return err
	}
	if guest.Audience[0] != c.Audience {
		return errGuest
	}
	return nil
}

func Older(ctx context.Context, provider *oidc2.Provider, raw string) (string, error) {
	config := &oidc2.Config{}
	config.SkipClientIDCheck = true
	guest, err := provider.Verifier(config).Verify(ctx, raw) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return guest.Subject, nil
}

// desk keeps its verifier.
type desk struct {
	verifier *oidc.IDTokenVerifier
}

func newDesk(provider *oidc.Provider) *desk {
	return &desk{verifier: provider.Verifier(&oidc.Config{SkipClientIDCheck: true})}
}

type visitor struct {
	Name  string   `json:"name"`
	Hosts []string `json:"aud"`
}

func (d *desk) Greet(ctx context.Context, raw string) (*visitor, error) {
	guest, err := d.verifier.Verify(ctx, raw) // want `\(jwtaud/missing\)`
	if err != nil {
		return nil, err
	}
	out := new(visitor)
	if err := guest.Claims(out); err != nil {
		return nil, err
	}
	log.Print("welcome ", out.Name, " from ", out.Hosts)
	return out, nil
}

// Open makes a desk.
func Open(provider *oidc.Provider) interface {
	Greet(context.Context, string) (*visitor, error)
} {
	return newDesk(provider)
}
