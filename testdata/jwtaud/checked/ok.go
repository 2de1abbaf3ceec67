// Package checked compares the audience by hand, in each way that counts.
package checked

import (
	"crypto/subtle"
	"errors"
	"os"
	"slices"

	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/keyring"
)

var errAudience = errors.New("not for us")

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

func key4(*v4.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

func Contains(raw string) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key); err != nil {
		return "", err
	}
	if !slices.Contains(c.Audience, "orders") {
		return "", errAudience
	}
	return c.Subject, nil
}

func Loop(raw string) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key); err != nil {
		return "", err
	}
	for _, aud := range c.Audience {
		if aud == "orders" {
			return c.Subject, nil
		}
	}
	return "", errAudience
}

// The outcome is kept in a variable first.
func Found(raw string) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key); err != nil {
		return "", err
	}
	found := false
	for _, aud := range c.Audience {
		if aud == "orders" {
			found = true
		}
	}
	if !found {
		return "", errAudience
	}
	return c.Subject, nil
}

func Map(raw string) (any, error) {
	token, err := jwt.Parse(raw, key)
	if err != nil {
		return nil, err
	}
	claims, ok := token.Claims.(jwt.MapClaims)
	if !ok || claims["aud"] != "orders" {
		return nil, errAudience
	}
	return claims["sub"], nil
}

func Constant(raw string) (string, error) {
	token, err := jwt.Parse(raw, key)
	if err != nil {
		return "", err
	}
	aud, err := token.Claims.GetAudience()
	if err != nil || len(aud) != 1 {
		return "", errAudience
	}
	if subtle.ConstantTimeCompare([]byte(aud[0]), []byte("orders")) != 1 {
		return "", errAudience
	}
	return token.Claims.GetSubject()
}

func forUs(c *keyring.Claims) bool { return slices.Contains(c.Audience, "orders") }

func Helper(raw string) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key); err != nil {
		return "", err
	}
	if !forUs(&c) {
		return "", errAudience
	}
	return c.Subject, nil
}

func Foreign(raw string) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key); err != nil {
		return "", err
	}
	if err := keyring.ForOrders(&c); err != nil {
		return "", err
	}
	return c.Subject, nil
}

func decode(raw string) (*keyring.Claims, error) {
	c := new(keyring.Claims)
	_, err := jwt.ParseWithClaims(raw, c, key)
	return c, err
}

// The caller of the wrapper compares.
func Caller(raw string) (string, error) {
	c, err := decode(raw)
	if err != nil {
		return "", err
	}
	if !slices.Contains(c.Audience, "orders") {
		return "", errAudience
	}
	return c.Subject, nil
}

// Strict asks for its audience in the method that the library calls.
type Strict struct {
	jwt.RegisteredClaims
}

// Validate is called by Parse.
func (s *Strict) Validate() error {
	if !slices.Contains(s.Audience, "orders") {
		return errAudience
	}
	return nil
}

func Hook(raw string) (string, error) {
	var c Strict
	_, err := jwt.ParseWithClaims(raw, &c, key)
	return c.Subject, err
}

var validator = jwt.NewValidator(jwt.WithAudience("orders"))

func Validator(raw string) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key); err != nil {
		return "", err
	}
	if err := validator.Validate(&c); err != nil {
		return "", err
	}
	return c.Subject, nil
}

func Required(raw string) (string, error) {
	var c v4.RegisteredClaims
	if _, err := v4.ParseWithClaims(raw, &c, key4); err != nil {
		return "", err
	}
	if !c.VerifyAudience("orders", true) {
		return "", errAudience
	}
	return c.Subject, nil
}

// Old claims check themselves, as v4 asks them to.
type Old struct{ v4.StandardClaims }

// Valid is called by Parse.
func (o Old) Valid() error {
	if !o.VerifyAudience("orders", true) {
		return errAudience
	}
	return o.StandardClaims.Valid()
}

func OldHook(raw string) (string, error) {
	var c Old
	_, err := v4.ParseWithClaims(raw, &c, key4)
	return c.Subject, err
}

// Policy decides out of view, with the claims in hand.
type Policy interface{ Allow(c *keyring.Claims) error }

// Nobody knows what the policy looks at: silent, a note under -strict.
func Unseen(raw string, p Policy) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key); err != nil {
		return "", err
	}
	if err := p.Allow(&c); err != nil {
		return "", err
	}
	return c.Subject, nil
}

// The wrapper of the other package leaves the claims to its caller.
func Decoded(raw string) (string, error) {
	var c keyring.Claims
	if err := keyring.Decode(raw, &c); err != nil {
		return "", err
	}
	if err := keyring.ForOrders(&c); err != nil {
		return "", err
	}
	return c.Subject, nil
}

// Without a keyfunc the library refuses every token: this only reads one.
func Peek(raw string) any {
	token, _ := jwt.Parse(raw, nil)
	if token == nil {
		return nil
	}
	return token.Claims.(jwt.MapClaims)["sub"]
}

// The claims are taken from the token that the wrapper returns.
func Opened(raw string) (string, error) {
	t, err := keyring.Open(raw, &keyring.Claims{})
	if err != nil {
		return "", err
	}
	if err := jwt.NewValidator(jwt.WithAudience("orders")).Validate(t.Claims); err != nil {
		return "", err
	}
	return t.Claims.GetSubject()
}
