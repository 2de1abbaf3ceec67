// Package gojose decodes claims to a map.
package gojose

import (
	"os"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

// Subject of a token.
func Subject(raw string) (string, error) {
	token, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.HS256})
	if err != nil {
		return "", err
	}
	var claims map[string]any
	if err := token.Claims([]byte(os.Getenv("KEY")), &claims); err != nil {
		return "", err
	}
	return claims["sub"].(string), nil // want `claim sub is taken for string`
}

// Other is a map of something else.
func Other(settings map[string]any) string { return settings["sub"].(string) }
