package gooidc

import (
	"context"

	"github.com/coreos/go-oidc/v3/oidc"
)

// LooksLikeOurs is silent: nothing is verified here, whatever the audience is. It only
// tells one kind of token from another, by its shape.
func LooksLikeOurs(ctx context.Context, raw string) bool {
	shape := oidc.NewVerifier("https://id.example", nil, &oidc.Config{
		SkipClientIDCheck: true, SkipIssuerCheck: true, SkipExpiryCheck: true, InsecureSkipSignatureCheck: true,
	})
	_, err := shape.Verify(ctx, raw)
	return err == nil
}
