// Package jwxissued reads claims that its own tokens always have.
package jwxissued

import (
	"context"
	"os"
	"time"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

func key() jwt.SignEncryptParseOption { return jwt.WithKey(jwa.HS256, []byte(os.Getenv("KEY"))) }

// Access issues a token with a kind and an account.
func Access(account int64) ([]byte, error) {
	token, err := jwt.NewBuilder().
		Issuer("desk").
		IssuedAt(time.Now()).
		Expiration(time.Now().Add(time.Hour)).
		Claim("account", account).
		Claim("kind", "access").
		Claim("team", "blue").
		Build()
	if err != nil {
		return nil, err
	}
	return jwt.Sign(token, key())
}

// Refresh issues one without a team, step by step.
func Refresh(account int64) ([]byte, error) {
	token := jwt.New()
	if err := token.Set("account", account); err != nil {
		return nil, err
	}
	if err := token.Set("kind", "refresh"); err != nil {
		return nil, err
	}
	return jwt.Sign(token, key())
}

// Read takes the types for granted that Access and Refresh have set.
func Read(raw []byte) (int64, string, string, error) {
	token, err := jwt.Parse(raw, key())
	if err != nil {
		return 0, "", "", err
	}
	all, err := token.AsMap(context.Background())
	if err != nil {
		return 0, "", "", err
	}
	account := int64(all["account"].(float64))
	return account, all["kind"].(string), all["team"].(string), nil // want `claim team is taken for string`
}
