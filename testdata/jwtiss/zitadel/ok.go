// Package zitadel leaves the issuer to zitadel/oidc, both of whose sides
// compare it.
package zitadel

import (
	"context"

	"github.com/zitadel/oidc/v3/pkg/client/rp"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"
)

func Guest(ctx context.Context, verifier *rp.IDTokenVerifier, raw string) (string, error) {
	claims, err := rp.VerifyIDToken[*oidc.IDTokenClaims](ctx, raw, verifier)
	if err != nil {
		return "", err
	}
	return claims.Subject, nil
}

func Scopes(ctx context.Context, verifier *op.AccessTokenVerifier, raw string) ([]string, error) {
	claims, err := op.VerifyAccessToken[*oidc.AccessTokenClaims](ctx, raw, verifier)
	if err != nil {
		return nil, err
	}
	return claims.Scopes, nil
}
