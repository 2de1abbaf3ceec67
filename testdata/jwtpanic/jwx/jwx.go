// Package jwx reads claims of jwx's tokens.
package jwx

import (
	"context"
	"os"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

// Role reads one claim by its name, and another out of a map of all.
func Role(raw []byte) (string, string, error) {
	token, err := jwt.Parse(raw, jwt.WithKey(jwa.HS256, []byte(os.Getenv("KEY"))))
	if err != nil {
		return "", "", err
	}
	role, ok := token.Get("role")
	if !ok {
		return "", "", nil
	}
	all, err := token.AsMap(context.Background())
	if err != nil {
		return "", "", err
	}
	return role.(string), all["org"].(string), nil // want `claim role is taken for string` `claim org is taken for string`
}
