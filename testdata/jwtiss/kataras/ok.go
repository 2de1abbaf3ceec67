package kataras

import (
	"encoding/json"
	"errors"
	"os"

	"github.com/kataras/jwt"
)

var errOther = errors.New("not for us")

// Corrected expects one.
func Corrected(raw string) error {
	_, err := jwt.Verify(jwt.HS256, []byte(os.Getenv("ORDERS_KEY")), []byte(raw), jwt.Expected{Issuer: "https://login.example"})
	return err
}

func WrappedOK(key, raw []byte) (string, error) {
	token, err := verify(key, raw, jwt.Expected{Issuer: "https://login.example"})
	if err != nil {
		return "", err
	}
	return token.StandardClaims.Subject, nil
}

// Compared compares the registered claims.
func Compared(key, raw []byte) (string, error) {
	token, err := jwt.Verify(jwt.HS256, key, raw)
	if err != nil {
		return "", err
	}
	if token.StandardClaims.Issuer != "https://login.example" {
		return "", errOther
	}
	return token.StandardClaims.Subject, nil
}

// Decoded compares what it has decoded.
func Decoded(key, raw []byte) (*order, error) {
	token, err := jwt.Verify(jwt.HS256, key, raw)
	if err != nil {
		return nil, err
	}
	out := new(order)
	if err := token.Claims(out); err != nil {
		return nil, err
	}
	if out.Issuer != "https://login.example" {
		return nil, errOther
	}
	return out, nil
}

// Payload reads the JSON itself.
func Payload(key, raw []byte) (string, error) {
	token, err := jwt.Verify(jwt.HS256, key, raw)
	if err != nil {
		return "", err
	}
	var out map[string]any
	if err := json.Unmarshal(token.Payload, &out); err != nil || out["iss"] != "orders" {
		return "", errOther
	}
	subject, _ := out["sub"].(string)
	return subject, nil
}

// Validated has a validator of its own.
func Validated(key, raw []byte) (*jwt.VerifiedToken, error) {
	return jwt.Verify(jwt.HS256, key, raw, jwt.TokenValidatorFunc(func(_ []byte, claims jwt.Claims, err error) error {
		if err == nil && claims.Issuer != "https://login.example" {
			return errOther
		}
		return err
	}))
}

// Given: whoever calls knows what is expected.
func Given(key, raw []byte, expected jwt.TokenValidator) (*jwt.VerifiedToken, error) {
	return jwt.Verify(jwt.HS256, key, raw, expected)
}
