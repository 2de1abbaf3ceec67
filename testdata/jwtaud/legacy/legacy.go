// Package legacy asks for the audience under the older majors and the forks,
// in ways that let tokens through. What each library makes of a claim that is
// not there was found out by running it.
package legacy

import (
	"errors"
	"log"

	old "github.com/dgrijalva/jwt-go"
	preview "github.com/dgrijalva/jwt-go/v4"
	form3 "github.com/form3tech-oss/jwt-go"
	three "github.com/golang-jwt/jwt"
	four "github.com/golang-jwt/jwt/v4"
)

var errAudience = errors.New("not for us")

// VulnerableOld passes without an audience, and with a list that does not name us.
func VulnerableOld(raw string, key []byte) error {
	token, err := old.Parse(raw, func(*old.Token) (interface{}, error) { return key, nil }) // want `\(jwtaud/optional\)`
	if err != nil {
		return err
	}
	if !token.Claims.(old.MapClaims).VerifyAudience("orders", false) {
		return errAudience
	}
	return nil
}

// VulnerableThree passes without an audience.
func VulnerableThree(raw string, key []byte) error {
	var c three.StandardClaims
	_, err := three.ParseWithClaims(raw, &c, func(*three.Token) (interface{}, error) { return key, nil }) // want `\(jwtaud/optional\)`
	if err != nil {
		return err
	}
	if ok := c.VerifyAudience("orders", false); !ok {
		return errAudience
	}
	return nil
}

// VulnerableForm3Claims passes without an audience.
func VulnerableForm3Claims(raw string, key []byte) error {
	c := new(form3.StandardClaims)
	_, err := form3.ParseWithClaims(raw, c, func(*form3.Token) (interface{}, error) { return key, nil }) // want `\(jwtaud/optional\)`
	if err != nil {
		return err
	}
	if !c.VerifyAudience("orders", false) {
		return errAudience
	}
	return nil
}

// VulnerableIgnored asks, and does not listen.
func VulnerableIgnored(raw string, key []byte) error {
	var c four.RegisteredClaims
	_, err := four.ParseWithClaims(raw, &c, func(*four.Token) (interface{}, error) { return key, nil }) // want `call VerifyAudience or compare aud \(jwtaud/missing\)`
	if err != nil {
		return err
	}
	_ = c.VerifyAudience("orders", true)
	return use(c.Subject)
}

// VulnerableLogged says so in the log and goes on.
func VulnerableLogged(raw string, key []byte) error {
	var c four.RegisteredClaims
	_, err := four.ParseWithClaims(raw, &c, func(*four.Token) (interface{}, error) { return key, nil }) // want `\(jwtaud/missing\)`
	if err != nil {
		return err
	}
	if !c.VerifyAudience("orders", true) {
		log.Print("token for somebody else")
	}
	return use(c.Subject)
}

func use(subject string) error {
	log.Print("order of ", subject)
	return nil
}

// The preview refuses other audiences only when there is one.
func Preview(raw string, key []byte) (*preview.Token, error) {
	return preview.Parse(raw, func(*preview.Token) (interface{}, error) { return key, nil }) // want `\(jwtaud/optional\)`
}

// VulnerablePreviewOff does not look at all.
func VulnerablePreviewOff(raw string, key []byte) error {
	var c preview.StandardClaims
	_, err := preview.ParseWithClaims(raw, &c, func(*preview.Token) (interface{}, error) { return key, nil }, // want `\(jwtaud/(missing|optional)\)`
		preview.WithoutAudienceValidation())
	if err != nil {
		return err
	}
	return use(c.Subject)
}
