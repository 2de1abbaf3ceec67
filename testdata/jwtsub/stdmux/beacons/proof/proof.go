// Package proof verifies tokens with keys that others have found.
package proof

import (
	"github.com/lestrrat-go/jwx/v3/jwk"
	"github.com/lestrrat-go/jwx/v3/jwt"
)

// Signed verifies a token with one of some keys.
func Signed(raw string, keys jwk.Set) (jwt.Token, error) {
	tok, err := jwt.Parse([]byte(raw), jwt.WithKeySet(keys))
	if err != nil {
		return nil, err
	}
	return tok, nil
}
