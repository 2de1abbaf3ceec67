package gojose

import (
	"crypto/rsa"
	"errors"
	"os"

	jose3 "github.com/go-jose/go-jose/v3"
	jwt3 "github.com/go-jose/go-jose/v3/jwt"
	"github.com/go-jose/go-jose/v4/jwt"
	squarejose "gopkg.in/square/go-jose.v2"
	square "gopkg.in/square/go-jose.v2/jwt"
)

// Corrected has its key from outside.
func Corrected(raw string) error {
	token, err := jwt.ParseSigned(raw, algorithms)
	if err != nil {
		return err
	}
	return token.Claims([]byte(os.Getenv("DESK_KEY")), new(jwt.Claims))
}

// CorrectedSet has so in a set of keys.
func CorrectedSet(raw string) error {
	token, err := square.ParseSigned(raw)
	if err != nil {
		return err
	}
	return token.Claims(&squarejose.JSONWebKeySet{Keys: []squarejose.JSONWebKey{
		{KeyID: "desk", Key: []byte(os.Getenv("DESK_KEY"))},
	}}, new(square.Claims))
}

// CorrectedDefault does without a default.
func CorrectedDefault(raw string) error {
	token, err := jwt3.ParseSigned(raw)
	if err != nil {
		return err
	}
	key := os.Getenv("DESK_KEY")
	if key == "" {
		return errors.New("no key")
	}
	return token.Claims([]byte(key), new(jwt3.Claims))
}

// Refused verifies with nothing, which v4 refuses to do.
func Refused(raw string) error {
	token, err := jwt.ParseSigned(raw, algorithms)
	if err != nil {
		return err
	}
	d := &desk{}
	return token.Claims(d.key, new(jwt.Claims))
}

// Private signs with a key that it was given.
func Private(key *rsa.PrivateKey) (jose3.Signer, error) {
	return jose3.NewSigner(jose3.SigningKey{Algorithm: jose3.RS256, Key: jose3.JSONWebKey{Key: key, KeyID: "pier-7"}}, nil)
}
