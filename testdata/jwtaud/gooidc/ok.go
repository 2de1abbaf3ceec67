package gooidc

import (
	"context"
	"slices"

	oidc2 "github.com/coreos/go-oidc"
	"github.com/coreos/go-oidc/v3/oidc"
)

// Corrected has a client id: the library compares it.
func Corrected(raw string) error {
	_, err := oidc.NewVerifier(login, keys(), &oidc.Config{ClientID: "orders"}).Verify(context.Background(), raw)
	return err
}

// Refusing has none, so that the library refuses every token.
func Refusing(ctx context.Context, provider *oidc2.Provider, raw string) error {
	_, err := provider.Verifier(&oidc2.Config{}).Verify(ctx, raw)
	return err
}

// ByHand compares it itself.
func ByHand(ctx context.Context, provider *oidc.Provider, raw string) (*oidc.IDToken, error) {
	guest, err := provider.VerifierContext(ctx, &oidc.Config{SkipClientIDCheck: true}).Verify(ctx, raw)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(guest.Audience, "orders") {
		return nil, errGuest
	}
	return guest, nil
}

// FromClaims compares it in its own claims type.
func FromClaims(ctx context.Context, provider *oidc.Provider, raw string) (*visitor, error) {
	guest, err := provider.Verifier(&oidc.Config{SkipClientIDCheck: true}).Verify(ctx, raw)
	if err != nil {
		return nil, err
	}
	var out visitor
	if err := guest.Claims(&out); err != nil {
		return nil, err
	}
	for _, host := range out.Hosts {
		if host == "orders" {
			return &out, nil
		}
	}
	return nil, errGuest
}

// Given has its verifier from elsewhere.
func Given(ctx context.Context, verifier *oidc.IDTokenVerifier, raw string) (string, error) {
	guest, err := verifier.Verify(ctx, raw)
	if err != nil {
		return "", err
	}
	return guest.Subject, nil
}

// Configured skips the check where it is told to.
func Configured(ctx context.Context, provider *oidc.Provider, raw, client string) error {
	_, err := provider.Verifier(&oidc.Config{ClientID: client, SkipClientIDCheck: client == ""}).Verify(ctx, raw)
	return err
}
