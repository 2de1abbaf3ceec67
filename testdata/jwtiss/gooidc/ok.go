package gooidc

import (
	"context"

	oidc2 "github.com/coreos/go-oidc"
	"github.com/coreos/go-oidc/v3/oidc"
)

// Corrected leaves the check to the library.
func Corrected(raw string) error {
	_, err := oidc.NewVerifier(login, keys(), &oidc.Config{ClientID: "orders"}).Verify(context.Background(), raw)
	return err
}

// Asked knows its provider, whose issuer the library compares.
func Asked(ctx context.Context, provider *oidc2.Provider, raw string) error {
	_, err := provider.Verifier(&oidc2.Config{ClientID: "orders", SkipExpiryCheck: true}).Verify(ctx, raw)
	return err
}

// ByHand compares it itself.
func ByHand(ctx context.Context, provider *oidc.Provider, raw string) (*oidc.IDToken, error) {
	guest, err := provider.VerifierContext(ctx, &oidc.Config{ClientID: "orders", SkipIssuerCheck: true}).Verify(ctx, raw)
	if err != nil {
		return nil, err
	}
	if guest.Issuer != login {
		return nil, errGuest
	}
	return guest, nil
}

// FromClaims compares it in its own claims type.
func FromClaims(ctx context.Context, provider *oidc.Provider, raw string) (*visitor, error) {
	guest, err := provider.Verifier(&oidc.Config{ClientID: "orders", SkipIssuerCheck: true}).Verify(ctx, raw)
	if err != nil {
		return nil, err
	}
	var out visitor
	if err := guest.Claims(&out); err != nil {
		return nil, err
	}
	switch out.Host {
	case login, "https://old.login.example":
		return &out, nil
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
func Configured(ctx context.Context, provider *oidc.Provider, raw string, anyone bool) error {
	_, err := provider.Verifier(&oidc.Config{ClientID: "orders", SkipIssuerCheck: anyone}).Verify(ctx, raw)
	return err
}
