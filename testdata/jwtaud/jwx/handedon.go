package jwx

import (
	"errors"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwt3 "github.com/lestrrat-go/jwx/v3/jwt"
)

// attributes leaves the options to its callers, and hands all claims on to
// whoever reads the attributes.
func attributes(raw string, options ...jwt3.ParseOption) (map[string]any, error) {
	token, err := jwt3.ParseString(raw, options...)
	if err != nil {
		return nil, err
	}
	out := make(map[string]any)
	for _, name := range token.Keys() {
		var value any
		if err := token.Get(name, &value); err != nil {
			return nil, err
		}
		out[name] = value
	}
	return out, nil
}

// Attributes cannot tell what becomes of the audience.
func Attributes(raw string, key []byte) (map[string]any, error) {
	return attributes(raw, jwt3.WithKey(jwa3.HS256(), key))
}

// subject leaves the options to its callers, and compares the audience itself.
func subject(raw string, options ...jwt.ParseOption) (string, error) {
	token, err := jwt.ParseString(raw, options...)
	if err != nil {
		return "", err
	}
	if aud := token.Audience(); len(aud) != 1 || aud[0] != "desk" {
		return "", errors.New("not for us")
	}
	return token.Subject(), nil
}

// Subject has its audience compared by the function that it calls.
func Subject(raw string, key []byte) (string, error) {
	return subject(raw, jwt.WithKey(jwa.HS256, key))
}

// wrapped hands the token back.
func wrapped(raw string, options ...jwt.ParseOption) (jwt.Token, error) {
	return jwt.ParseString(raw, options...)
}

// Careful compares the audience.
func Careful(raw string, key []byte) (string, error) {
	token, err := wrapped(raw, jwt.WithKey(jwa.HS256, key))
	if err != nil {
		return "", err
	}
	if aud := token.Audience(); len(aud) != 1 || aud[0] != "desk" {
		return "", errors.New("not for us")
	}
	return token.Subject(), nil
}

// VulnerableBeside calls the same function and compares nothing.
func VulnerableBeside(raw string, key []byte) (string, error) {
	token, err := wrapped(raw, jwt.WithKey(jwa.HS256, key)) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}
