// Package jose2go reads the text that jose2go has verified, and looks at no audience.
package jose2go

import (
	"encoding/json"
	"errors"
	"os"

	jose "github.com/dvsekhvalnov/jose2go"
)

type order struct {
	Subject  string `json:"sub"`
	Audience string `json:"aud"`
}

func key() any { return jose.Alg([]byte(os.Getenv("ORDERS_KEY")), jose.HS256) }

// Vulnerable lets tokens for any audience in.
func Vulnerable(raw string) error {
	payload, _, err := jose.Decode(raw, key()) // want `without checking its audience .*compare aud in the payload \(jwtaud/missing\)`
	if err != nil {
		return err
	}
	var out order
	return json.Unmarshal([]byte(payload), &out)
}

func Mapped(raw string) (string, error) {
	payload, _, err := jose.DecodeBytes(raw, key()) // want `\(jwtaud/missing\)`
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
	if out.Audience != "orders" {
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
	if err := json.Unmarshal(payload, &out); err != nil || out["aud"] != "orders" {
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
