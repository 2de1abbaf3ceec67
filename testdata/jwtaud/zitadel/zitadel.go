// Package zitadel takes access tokens of its own with zitadel/oidc, which
// compares no audience on this side.
package zitadel

import (
	"context"
	"errors"

	"github.com/zitadel/oidc/v3/pkg/oidc"
	"github.com/zitadel/oidc/v3/pkg/op"
)

var errScope = errors.New("not for us")

func Scopes(ctx context.Context, verifier *op.AccessTokenVerifier, raw string) ([]string, error) {
	claims, err := op.VerifyAccessToken[*oidc.AccessTokenClaims](ctx, raw, verifier) // want `without checking its audience .*; compare GetAudience with your own \(jwtaud/missing\)`
	if err != nil {
		return nil, err
	}
	return claims.Scopes, nil
}

// grant is a claims type of one's own.
type grant struct {
	oidc.TokenClaims
	Plan string `json:"plan"`
}

func Plan(ctx context.Context, verifier *op.AccessTokenVerifier, raw string) (string, error) {
	claims, err := op.VerifyAccessToken[*grant](ctx, raw, verifier) // want `\(jwtaud/missing\)`
	if err != nil {
		return "", err
	}
	if claims.GetIssuer() == "" {
		return "", errScope
	}
	return claims.Plan, nil
}
