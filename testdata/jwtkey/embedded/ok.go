package embedded

import (
	_ "embed"

	"github.com/golang-jwt/jwt/v5"
)

// A public key may be in the binary.
//
//go:embed keys/public.pem
var public []byte

func Verified(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) {
		return jwt.ParseRSAPublicKeyFromPEM(public)
	}, jwt.WithValidMethods([]string{"RS256"}))
}
