package legacy

import (
	old "github.com/dgrijalva/jwt-go"
	preview "github.com/dgrijalva/jwt-go/v4"
	form3 "github.com/form3tech-oss/jwt-go"
	three "github.com/golang-jwt/jwt"
	four "github.com/golang-jwt/jwt/v4"
)

// The claim has to be there.
func CorrectedOld(raw string, key []byte) error {
	var c old.StandardClaims
	if _, err := old.ParseWithClaims(raw, &c, func(*old.Token) (interface{}, error) { return key, nil }); err != nil {
		return err
	}
	if !c.VerifyIssuer(login, true) {
		return errIssuer
	}
	return nil
}

func CorrectedThree(raw string, key []byte) error {
	token, err := three.Parse(raw, func(*three.Token) (interface{}, error) { return key, nil })
	if err != nil {
		return err
	}
	claims, ok := token.Claims.(three.MapClaims)
	if !ok {
		return errIssuer
	}
	if iss, _ := claims["iss"].(string); iss != login {
		return errIssuer
	}
	return nil
}

func CorrectedForm3(raw string, key []byte) error {
	c := new(form3.StandardClaims)
	if _, err := form3.ParseWithClaims(raw, c, func(*form3.Token) (interface{}, error) { return key, nil }); err != nil {
		return err
	}
	switch c.Issuer {
	case login:
		return nil
	default:
		return errIssuer
	}
}

func CorrectedFour(raw string, key []byte) error {
	var c four.RegisteredClaims
	if _, err := four.ParseWithClaims(raw, &c, func(*four.Token) (interface{}, error) { return key, nil }); err != nil {
		return err
	}
	if !c.VerifyIssuer(login, true) {
		return errIssuer
	}
	return use(c.Subject)
}

// The preview's option asks for the claim to be there.
func CorrectedPreview(raw string, key []byte) error {
	_, err := preview.Parse(raw, func(*preview.Token) (interface{}, error) { return key, nil }, preview.WithIssuer(login))
	return err
}

// Staff checks itself, as all of them ask it to.
type Staff struct{ four.RegisteredClaims }

// Valid is called by Parse.
func (s Staff) Valid() error {
	if s.Issuer != login {
		return errIssuer
	}
	return s.RegisteredClaims.Valid()
}

func Hook(raw string, key []byte) (string, error) {
	var s Staff
	_, err := four.ParseWithClaims(raw, &s, func(*four.Token) (interface{}, error) { return key, nil })
	return s.Subject, err
}
