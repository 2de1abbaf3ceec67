// Package checked compares the issuer by hand, in each way that counts.
package checked

import (
	"errors"
	"net/http"
	"os"

	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/keyring"
)

const login = "https://login.example"

var errIssuer = errors.New("unknown issuer")

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

func key4(*v4.Token) (any, error) { return []byte(os.Getenv("ORDERS_KEY")), nil }

func Field(raw string) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key); err != nil {
		return "", err
	}
	if c.Issuer != login {
		return "", errIssuer
	}
	return c.Subject, nil
}

func Switch(raw string) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key); err != nil {
		return "", err
	}
	switch c.Issuer {
	case login, "https://old.example":
		return c.Subject, nil
	}
	return "", errIssuer
}

// Trusted is a set of issuers.
var Trusted = map[string]bool{login: true}

func Set(raw string) (string, error) {
	token, err := jwt.Parse(raw, key)
	if err != nil {
		return "", err
	}
	iss, err := token.Claims.GetIssuer()
	if err != nil || !Trusted[iss] {
		return "", errIssuer
	}
	return token.Claims.GetSubject()
}

func Map(raw string) (any, error) {
	token, err := jwt.Parse(raw, key)
	if err != nil {
		return nil, err
	}
	claims := token.Claims.(jwt.MapClaims)
	if iss, ok := claims["iss"].(string); !ok || iss != login {
		return nil, errIssuer
	}
	return claims["sub"], nil
}

// A handler refuses with a status and returns.
func Handler(w http.ResponseWriter, r *http.Request) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), &c, key); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if c.Issuer != login {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func foreign(c *keyring.Claims) error { return keyring.FromLogin(c) }

func Helper(raw string) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key); err != nil {
		return "", err
	}
	if err := foreign(&c); err != nil {
		return "", err
	}
	return c.Subject, nil
}

// Tenant is a claims type with its own check.
type Tenant struct {
	jwt.RegisteredClaims
}

// Validate is called by Parse.
func (t Tenant) Validate() error {
	if t.Issuer != login {
		return errIssuer
	}
	return nil
}

func Hook(raw string) (string, error) {
	var c Tenant
	_, err := jwt.ParseWithClaims(raw, &c, key)
	return c.Subject, err
}

func Required(raw string) (any, error) {
	token, err := v4.Parse(raw, key4)
	if err != nil {
		return nil, err
	}
	claims := token.Claims.(v4.MapClaims)
	if !claims.VerifyIssuer(login, true) {
		return nil, errIssuer
	}
	return claims["sub"], nil
}

// Accounts looks users up by issuer and subject: another issuer's subject is
// another user.
type Accounts interface {
	Find(issuer, subject string) (string, error)
}

func Scoped(raw string, accounts Accounts) (string, error) {
	var c keyring.Claims
	if _, err := jwt.ParseWithClaims(raw, &c, key); err != nil {
		return "", err
	}
	return accounts.Find(c.Issuer, c.Subject)
}

// Signature only says whether the signature is good: whoever calls it has the
// token and looks at the claims itself.
func Signature(raw string) error {
	token, err := jwt.Parse(raw, key)
	if err != nil {
		return err
	}
	if !token.Valid {
		return errIssuer
	}
	return nil
}

// The wrapper of the other package leaves the claims to its caller.
func Decoded(raw string) (string, error) {
	var c keyring.Claims
	if err := keyring.Decode(raw, &c); err != nil {
		return "", err
	}
	if err := keyring.FromLogin(&c); err != nil {
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

// The claims go into a struct of another package, which has methods to compare
// them: nobody here can say that nobody does.
func Begin(raw string) (*keyring.Session, error) {
	claims := jwt.MapClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key); err != nil {
		return nil, err
	}
	return &keyring.Session{Claims: claims}, nil
}

// The variable belongs to the function around the closure that verifies.
func Captured(raw string, retries int) (string, error) {
	var c keyring.Claims
	try := func() error {
		_, err := jwt.ParseWithClaims(raw, &c, key)
		return err
	}
	err := try()
	for ; err != nil && retries > 0; retries-- {
		err = try()
	}
	if err != nil || c.Issuer != login {
		return "", errIssuer
	}
	return c.Subject, nil
}
