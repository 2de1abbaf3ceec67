package gojose

import (
	"crypto"
	"encoding/base64"
	"errors"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

// proof is what a client signs to show that it has a key.
type proof struct {
	Method string           `json:"htm"`
	URL    string           `json:"htu"`
	Issued *jwt.NumericDate `json:"iat"`
}

// Proof verifies with the key that the token brings along, to which another
// token is bound: who signs so can claim any audience.
func Proof(raw, method, url, thumbprint string) error {
	tok, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.ES256})
	if err != nil {
		return err
	}
	header := tok.Headers[0]
	if header.JSONWebKey == nil || !header.JSONWebKey.IsPublic() {
		return errors.New("no key")
	}
	sum, err := header.JSONWebKey.Thumbprint(crypto.SHA256)
	if err != nil || base64.RawURLEncoding.EncodeToString(sum) != thumbprint {
		return errors.New("another key")
	}
	var claims proof
	if err := tok.Claims(header.JSONWebKey, &claims); err != nil {
		return err
	}
	if claims.Method != method || claims.URL != url || time.Since(claims.Issued.Time()) > time.Minute {
		return errors.New("not for this request")
	}
	return nil
}
