// Package jwks verifies with the keys of a JWK set.
package jwks

import (
	"context"

	"github.com/MicahParks/keyfunc/v3"
	"github.com/golang-jwt/jwt/v5"
)

const keySet = "https://login.example/.well-known/jwks.json"

// Client keeps the key set.
type Client struct{ keys keyfunc.Keyfunc }

// NewClient fetches it.
func NewClient() (*Client, error) {
	keys, err := keyfunc.NewDefault([]string{keySet})
	if err != nil {
		return nil, err
	}
	return &Client{keys: keys}, nil
}

// A token without kid is tried with every key, whatever method the key is for.
func (c *Client) Open(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, c.keys.Keyfunc) // want `\(jwtalg/unpinned\)`
}

func (c *Client) OpenContext(ctx context.Context, raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, c.keys.KeyfuncCtx(ctx), jwt.WithLeeway(0)) // want `\(jwtalg/unpinned\)`
}
