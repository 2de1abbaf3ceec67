package zitadel

import (
	"context"
	"slices"

	"github.com/zitadel/oidc/v3/pkg/client/rp"
	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"
)

// Guest is verified by a verifier that knows its client id.
func Guest(ctx context.Context, verifier *rp.IDTokenVerifier, raw string) (string, error) {
	claims, err := rp.VerifyIDToken[*oidc.IDTokenClaims](ctx, raw, verifier)
	if err != nil {
		return "", err
	}
	return claims.Subject, nil
}

// Both does the same, and looks at the access token beside it.
func Both(ctx context.Context, verifier *rp.IDTokenVerifier, access, raw string) (*oidc.IDTokenClaims, error) {
	return rp.VerifyTokens[*oidc.IDTokenClaims](ctx, access, raw, verifier)
}

// Asked compares the audience.
func Asked(ctx context.Context, verifier *op.AccessTokenVerifier, raw string) (*oidc.AccessTokenClaims, error) {
	claims, err := op.VerifyAccessToken[*oidc.AccessTokenClaims](ctx, raw, verifier)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(claims.GetAudience(), "orders") {
		return nil, errScope
	}
	return claims, nil
}

// Field compares the field.
func Field(ctx context.Context, verifier *op.AccessTokenVerifier, raw string) (string, error) {
	claims, err := op.VerifyAccessToken[*grant](ctx, raw, verifier)
	if err != nil {
		return "", err
	}
	if len(claims.Audience) != 1 || claims.Audience[0] != "orders" {
		return "", errScope
	}
	return claims.Plan, nil
}
