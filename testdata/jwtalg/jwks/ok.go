package jwks

import (
	"context"
	"errors"

	one "github.com/MicahParks/keyfunc"
	two "github.com/MicahParks/keyfunc/v2"
	"github.com/MicahParks/keyfunc/v3"
	four "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

// With a list, v3 is pinned.
func Listed(ctx context.Context, raw string) (*jwt.Token, error) {
	keys, err := keyfunc.NewDefaultCtx(ctx, []string{keySet})
	if err != nil {
		return nil, err
	}
	return jwt.Parse(raw, keys.Keyfunc, jwt.WithValidMethods([]string{"RS256", "ES256"}))
}

// A keyfunc around v3's that tests the method first.
func (c *Client) Tested(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodRSA); !ok {
			return nil, errors.New("unexpected method")
		}
		return c.keys.Keyfunc(t)
	})
}

// v1 and v2 hold the token to the algorithm of the key that its kid names.
func One(raw string) (*four.Token, error) {
	keys, err := one.Get(keySet, one.Options{})
	if err != nil {
		return nil, err
	}
	return four.Parse(raw, keys.Keyfunc)
}

func Two(raw string) (*jwt.Token, error) {
	keys, err := two.Get(keySet, two.Options{})
	if err != nil {
		return nil, err
	}
	return jwt.Parse(raw, keys.Keyfunc)
}
