package jwx

import (
	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
	jwa3 "github.com/lestrrat-go/jwx/v3/jwa"
	jwt3 "github.com/lestrrat-go/jwx/v3/jwt"
)

const login = "https://login.example"

// Corrected expects an issuer.
func Corrected(raw string, key []byte) error {
	_, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, key), jwt.WithIssuer(login))
	return err
}

// Corrected3 compares it by hand.
func Corrected3(raw string, key []byte) error {
	token, err := jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), key))
	if err != nil {
		return err
	}
	if issuer, ok := token.Issuer(); !ok || issuer != login {
		return errIssuer
	}
	return nil
}

func got(raw string) (jwt3.Token, error) {
	token, err := jwt3.ParseString(raw, jwt3.WithKey(jwa3.HS256(), secret()))
	if err != nil {
		return nil, err
	}
	var issuer string
	if err := token.Get(jwt3.IssuerKey, &issuer); err != nil || issuer != login {
		return nil, errIssuer
	}
	return token, nil
}

// named asks for a claim whose name is not in view.
func named(raw, name string) (jwt.Token, error) {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, secret()))
	if err != nil {
		return nil, err
	}
	if value, ok := token.Get(name); !ok || value != login {
		return nil, errIssuer
	}
	return token, nil
}

func valued(raw string) (jwt.Token, error) {
	return jwt.ParseString(raw, jwt.WithKey(jwa.HS256, secret()), jwt.WithClaimValue("iss", login))
}

// trusted is a helper that decides.
func trusted(token jwt.Token) bool { return token.Issuer() == login }

func helped(raw string) (jwt.Token, error) {
	token, err := jwt.ParseString(raw, jwt.WithKey(jwa.HS256, secret()))
	if err != nil || !trusted(token) {
		return nil, errIssuer
	}
	return token, nil
}
