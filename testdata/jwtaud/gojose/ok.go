package gojose

import (
	"slices"
	"time"

	jwt3 "github.com/go-jose/go-jose/v3/jwt"
	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
	square "gopkg.in/square/go-jose.v2/jwt"
)

// Corrected expects an audience.
func Corrected(raw string, key []byte) error {
	token, err := jwt.ParseSigned(raw, algorithms)
	if err != nil {
		return err
	}
	var out ticket
	if err := token.Claims(key, &out); err != nil {
		return err
	}
	return out.Validate(jwt.Expected{AnyAudience: jwt.Audience{"orders"}, Time: time.Now()})
}

// Corrected3 expects one under v3.
func Corrected3(raw string, key []byte) error {
	token, err := jwt3.ParseSigned(raw)
	if err != nil {
		return err
	}
	var out jwt3.Claims
	if err := token.Claims(key, &out); err != nil {
		return err
	}
	return out.Validate(jwt3.Expected{Audience: jwt3.Audience{"orders"}}.WithTime(time.Now()))
}

// expected is set by whoever runs the program.
type expected struct {
	audience []string
	issuer   string
}

func newExpected(audience []string, issuer string) *expected {
	return &expected{audience: audience, issuer: issuer}
}

func (e *expected) check(c square.Claims) error {
	return c.Validate(square.Expected{Audience: e.audience, Issuer: e.issuer, Time: time.Now()})
}

// Configured lets a method validate.
func Configured(raw string, key []byte, audience []string, issuer string) (*square.Claims, error) {
	token, err := square.ParseSigned(raw)
	if err != nil {
		return nil, err
	}
	out := new(square.Claims)
	if err := token.Claims(key, out); err != nil {
		return nil, err
	}
	if err := newExpected(audience, issuer).check(*out); err != nil {
		return nil, err
	}
	return out, nil
}

// ByHand compares without Validate.
func ByHand(raw string, key []byte) (*ticket, error) {
	token, err := jwt.ParseSigned(raw, algorithms)
	if err != nil {
		return nil, err
	}
	out := new(ticket)
	if err := token.Claims(key, out); err != nil {
		return nil, err
	}
	if !slices.Contains(out.Audience, "orders") {
		return nil, errTicket
	}
	return out, nil
}

// Asked asks the audience itself.
func Asked(raw string, key []byte) (*ticket, error) {
	token, err := jwt.ParseSigned(raw, algorithms)
	if err != nil {
		return nil, err
	}
	var out ticket
	if err := decode(token, key, &out); err != nil {
		return nil, err
	}
	if !out.Audience.Contains("orders") {
		return nil, errTicket
	}
	return &out, nil
}

// Mapped reads the claims as they come.
func Mapped(raw string, key []byte) (string, error) {
	token, err := jwt.ParseSigned(raw, algorithms)
	if err != nil {
		return "", err
	}
	claims := map[string]any{}
	if err := token.Claims(key, &claims); err != nil {
		return "", err
	}
	if claims["aud"] != "orders" {
		return "", errTicket
	}
	subject, _ := claims["sub"].(string)
	return subject, nil
}

// Signed is no token: what it holds is not for this rule.
func Signed(raw string, key []byte) ([]byte, error) {
	object, err := jose.ParseSigned(raw, algorithms)
	if err != nil {
		return nil, err
	}
	return object.Verify(key)
}

// Genuine asks for nothing but the signature.
func Genuine(raw string, key []byte) error {
	token, err := jwt.ParseSigned(raw, algorithms)
	if err != nil {
		return err
	}
	return token.Claims(key)
}

// PeekedFirst reads the claims to find the key, verifies, and then validates
// what it has read: it is the same token.
func PeekedFirst(raw string, keys map[string]any) (string, error) {
	tok, err := jwt.ParseSigned(raw, []jose.SignatureAlgorithm{jose.ES256})
	if err != nil {
		return "", err
	}
	var peeked jwt.Claims
	if err := tok.UnsafeClaimsWithoutVerification(&peeked); err != nil {
		return "", err
	}
	verified := make(map[string]any)
	if err := tok.Claims(keys[peeked.Subject], &verified); err != nil {
		return "", err
	}
	if err := peeked.Validate(jwt.Expected{AnyAudience: jwt.Audience{"orders"}}); err != nil {
		return "", err
	}
	name, _ := verified["name"].(string)
	return name, nil
}
