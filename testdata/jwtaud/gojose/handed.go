package gojose

import (
	"context"
	"encoding/json"
	"errors"

	jose "github.com/go-jose/go-jose/v3"
	"github.com/go-jose/go-jose/v3/jwt"
)

// checker verifies signatures on behalf of the doorman, who compares.
type checker interface {
	Check(ctx context.Context, raw string) (map[string]any, error)
}

// fixedKeys is one of them.
type fixedKeys struct{ keys []jose.JSONWebKey }

// Check is silent: whoever calls it, through the interface, compares aud.
func (f *fixedKeys) Check(_ context.Context, raw string) (map[string]any, error) {
	token, err := jwt.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	claims := make(map[string]any)
	for _, key := range f.keys {
		if token.Claims(key, &claims) == nil {
			return claims, nil
		}
	}
	return nil, errors.New("no key fits")
}

// doorman calls it.
type doorman struct{ by checker }

// Admit compares what came through the interface, in another shape.
func (d *doorman) Admit(ctx context.Context, raw string) (string, error) {
	found, err := d.by.Check(ctx, raw)
	if err != nil {
		return "", err
	}
	text, err := json.Marshal(found)
	if err != nil {
		return "", err
	}
	var claims jwt.Claims
	if err := json.Unmarshal(text, &claims); err != nil {
		return "", err
	}
	if !claims.Audience.Contains("doors") {
		return "", errors.New("for another door")
	}
	return claims.Subject, nil
}

// fitting looks for the key that the token was signed with. It is silent: what
// it decodes is thrown away, and the token is read by whoever asked.
func fitting(token *jwt.JSONWebToken, keys []jose.JSONWebKey) (*jose.JSONWebKey, error) {
	trial := jwt.Claims{}
	for _, key := range keys {
		if token.Claims(key, &trial) == nil {
			return &key, nil
		}
	}
	return nil, errors.New("no key fits")
}

// Enter asks for the key first and compares then.
func Enter(raw string, keys []jose.JSONWebKey) (string, error) {
	token, err := jwt.ParseSigned(raw)
	if err != nil {
		return "", err
	}
	key, err := fitting(token, keys)
	if err != nil {
		return "", err
	}
	claims := jwt.Claims{}
	if err := token.Claims(key, &claims); err != nil {
		return "", err
	}
	if !claims.Audience.Contains("doors") {
		return "", errors.New("for another door")
	}
	return claims.Subject, nil
}
