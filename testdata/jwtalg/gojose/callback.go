package gojose

import (
	"github.com/go-jose/go-jose/v3/jwt"
)

// letter is the program's own token, as its callers know it.
type letter struct {
	method string
	claims map[string]any
}

// open is silent: the function that gives the key has seen the method, and may
// have refused it.
func open(raw string, keyOf func(*letter) (any, error)) (*letter, error) {
	token, err := jwt.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	out := &letter{method: token.Headers[0].Algorithm}
	key, err := keyOf(out)
	if err != nil {
		return nil, err
	}
	if err := token.Claims(plain(key), &out.claims); err != nil {
		return nil, err
	}
	return out, nil
}

// plain passes a key on.
func plain(key any) any {
	if p, ok := key.(*[]byte); ok {
		return *p
	}
	return key
}

var _ = open
