// Package gojose compares the issuer, or not, after go-jose has verified a
// token: its claims are only checked when Validate is called.
package gojose

import (
	"errors"
	"log"
	"time"

	jwt3 "github.com/go-jose/go-jose/v3/jwt"
	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
	square "gopkg.in/square/go-jose.v2/jwt"
)

var errTicket = errors.New("not from our login")

var algorithms = []jose.SignatureAlgorithm{jose.HS256}

type ticket struct {
	jwt.Claims
	Seat string `json:"seat"`
}

// VulnerableMissing verifies, and validates only the time.
func VulnerableMissing(raw string, key []byte) error {
	token, err := jwt.ParseSigned(raw, algorithms)
	if err != nil {
		return err
	}
	var out ticket
	if err := token.Claims(key, &out); err != nil { // want `without checking its issuer .*; Validate with Expected\.Issuer \(jwtiss/missing\)`
		return err
	}
	return out.Validate(jwt.Expected{AnyAudience: jwt.Audience{"orders"}, Time: time.Now()})
}

func NeverValidated(raw string, key []byte) (string, error) {
	token, err := square.ParseSigned(raw)
	if err != nil {
		return "", err
	}
	var registered square.Claims
	var more map[string]any
	err = token.Claims(key, &registered, &more) // want `Validate with Expected\.Issuer \(jwtiss/missing\)`
	return registered.Subject, err
}

// VulnerableEmpty expects nothing.
func VulnerableEmpty(raw string, key []byte) error {
	token, err := jwt.ParseSigned(raw, algorithms)
	if err != nil {
		return err
	}
	out := jwt.Claims{}
	if err := token.Claims(key, &out); err != nil { // want `Issuer is given no value .*\(jwtiss/empty\)`
		return err
	}
	return out.ValidateWithLeeway(jwt.Expected{Issuer: ""}, time.Minute)
}

// VulnerableTautology expects the issuer that the token names.
func VulnerableTautology(raw string, key []byte) error {
	token, err := jwt3.ParseSigned(raw)
	if err != nil {
		return err
	}
	var out jwt3.Claims
	if err := token.Claims(key, &out); err != nil { // want `\(jwtiss/tautology\)`
		return err
	}
	return out.Validate(jwt3.Expected{Issuer: out.Issuer, Time: time.Now()})
}

func Unheeded(raw string, key []byte) (*ticket, error) {
	token, err := jwt.ParseSigned(raw, algorithms)
	if err != nil {
		return nil, err
	}
	out := new(ticket)
	if err := token.Claims(key, out); err != nil { // want `\(jwtiss/missing\)`
		return nil, err
	}
	if err := out.Validate(jwt.Expected{Issuer: "https://login.example"}); err != nil {
		log.Print(err)
	}
	return out, nil
}

// decode leaves the checks to its callers.
func decode(token *jwt.JSONWebToken, key []byte, into ...any) error {
	return token.Claims(key, into...)
}

func Seat(raw string, key []byte) (string, error) {
	token, err := jwt.ParseSigned(raw, algorithms)
	if err != nil {
		return "", err
	}
	var out ticket
	err = decode(token, key, &out) // want `\(jwtiss/missing\)`
	return out.Seat, err
}
