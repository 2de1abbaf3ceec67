// Package jose2go reads the text that jose2go has verified, and looks at no issuer.
package jose2go

import (
	"encoding/json"
	"errors"
	"os"

	jose "github.com/dvsekhvalnov/jose2go"
)

type order struct {
	Subject string `json:"sub"`
	Issuer  string `json:"iss"`
}

func key() any { return jose.Alg([]byte(os.Getenv("ORDERS_KEY")), jose.HS256) }

// Vulnerable lets tokens by any issuer in.
func Vulnerable(raw string) error {
	payload, _, err := jose.Decode(raw, key()) // want `without checking its issuer .*compare iss in the payload \(jwtiss/missing\)`
	if err != nil {
		return err
	}
	var out order
	return json.Unmarshal([]byte(payload), &out)
}

func Mapped(raw string) (string, error) {
	payload, _, err := jose.DecodeBytes(raw, key()) // want `\(jwtiss/missing\)`
	if err != nil {
		return "", err
	}
	var out map[string]any
	if err := json.Unmarshal(payload, &out); err != nil {
		return "", err
	}
	subject, _ := out["sub"].(string)
	return subject, nil
}

var errOther = errors.New("not for us")

// Corrected compares.
func Corrected(raw string) error {
	payload, _, err := jose.Decode(raw, key())
	if err != nil {
		return err
	}
	var out order
	if err := json.Unmarshal([]byte(payload), &out); err != nil {
		return err
	}
	if out.Issuer != "https://login.example" {
		return errOther
	}
	return nil
}

func MappedOK(raw string) (string, error) {
	payload, _, err := jose.DecodeBytes(raw, key())
	if err != nil {
		return "", err
	}
	var out map[string]any
	if err := json.Unmarshal(payload, &out); err != nil || out["iss"] != "https://login.example" {
		return "", errOther
	}
	subject, _ := out["sub"].(string)
	return subject, nil
}

// Text need not hold claims at all.
func Text(raw string) (string, error) {
	payload, _, err := jose.Decode(raw, key())
	return payload, err
}
