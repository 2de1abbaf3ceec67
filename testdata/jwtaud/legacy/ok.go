package legacy

import (
	old "github.com/dgrijalva/jwt-go"
	form3 "github.com/form3tech-oss/jwt-go"
	three "github.com/golang-jwt/jwt"
	four "github.com/golang-jwt/jwt/v4"
)

// The claim has to be there.
func CorrectedOld(raw string, key []byte) error {
	token, err := old.Parse(raw, func(*old.Token) (interface{}, error) { return key, nil })
	if err != nil {
		return err
	}
	claims, ok := token.Claims.(old.MapClaims)
	if !ok || !claims.VerifyAudience("orders", true) {
		return errAudience
	}
	return nil
}

func CorrectedThree(raw string, key []byte) error {
	var c three.StandardClaims
	if _, err := three.ParseWithClaims(raw, &c, func(*three.Token) (interface{}, error) { return key, nil }); err != nil {
		return err
	}
	if c.Audience != "orders" {
		return errAudience
	}
	return nil
}

// The fork has a list of audiences.
func CorrectedForm3(raw string, key []byte) error {
	c := new(form3.StandardClaims)
	if _, err := form3.ParseWithClaims(raw, c, func(*form3.Token) (interface{}, error) { return key, nil }); err != nil {
		return err
	}
	for _, aud := range c.Audience {
		if aud == "orders" {
			return nil
		}
	}
	return errAudience
}

// Order checks itself, as all of them ask it to.
type Order struct{ old.StandardClaims }

// Valid is called by Parse.
func (o *Order) Valid() error {
	if err := o.StandardClaims.Valid(); err != nil {
		return err
	}
	if !o.VerifyAudience("orders", true) {
		return errAudience
	}
	return nil
}

func Hook(raw string, key []byte) (string, error) {
	var o Order
	_, err := old.ParseWithClaims(raw, &o, func(*old.Token) (interface{}, error) { return key, nil })
	return o.Subject, err
}

// CorrectedFour returns the answer of the check itself.
func CorrectedFour(raw string, key []byte) error {
	var c four.RegisteredClaims
	if _, err := four.ParseWithClaims(raw, &c, func(*four.Token) (interface{}, error) { return key, nil }); err != nil {
		return err
	}
	if !c.VerifyAudience("orders", true) {
		return errAudience
	}
	return use(c.Subject)
}
