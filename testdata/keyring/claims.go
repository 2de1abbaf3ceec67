package keyring

import "github.com/golang-jwt/jwt/v5"

// Decode verifies into the caller's claims, who knows what to expect of them.
func Decode(raw string, claims jwt.Claims) error {
	_, err := jwt.ParseWithClaims(raw, claims, Strict)
	return err
}

// Token is a token with the key that verified it.
type Token struct {
	jwt.Token
	KeyID string
}

// Open verifies into the caller's claims and wraps the token.
func Open(raw string, claims jwt.Claims) (*Token, error) {
	t, err := jwt.ParseWithClaims(raw, claims, Strict)
	if err != nil {
		return nil, err
	}
	return &Token{Token: *t}, nil
}

// Session is what a verified token stands for; it knows its issuer.
type Session struct {
	Claims jwt.MapClaims
}

// From reports whether the session was begun at the issuer.
func (s *Session) From(issuer string) bool { return s.Claims["iss"] == issuer }
