// Package legacy asks for the issuer under the older majors and the forks, in
// ways that let tokens through.
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

const login = "https://login.example"

var errIssuer = errors.New("unknown issuer")

// VulnerableOld passes without an issuer.
func VulnerableOld(raw string, key []byte) error {
	var c old.StandardClaims
	_, err := old.ParseWithClaims(raw, &c, func(*old.Token) (interface{}, error) { return key, nil }) // want `\(jwtiss/optional\)`
	if err != nil {
		return err
	}
	if !c.VerifyIssuer(login, false) {
		return errIssuer
	}
	return nil
}

// VulnerableThree does with a map.
func VulnerableThree(raw string, key []byte) error {
	token, err := three.Parse(raw, func(*three.Token) (interface{}, error) { return key, nil }) // want `\(jwtiss/optional\)`
	if err != nil {
		return err
	}
	claims, ok := token.Claims.(three.MapClaims)
	if !ok || !claims.VerifyIssuer(login, false) {
		return errIssuer
	}
	return nil
}

// VulnerableForm3 does under the fork.
func VulnerableForm3(raw string, key []byte) error {
	c := new(form3.StandardClaims)
	_, err := form3.ParseWithClaims(raw, c, func(*form3.Token) (interface{}, error) { return key, nil }) // want `\(jwtiss/optional\)`
	if err != nil {
		return err
	}
	if !c.VerifyIssuer(login, false) {
		return errIssuer
	}
	return nil
}

// VulnerableIgnored asks, and does not listen.
func VulnerableIgnored(raw string, key []byte) error {
	var c four.RegisteredClaims
	_, err := four.ParseWithClaims(raw, &c, func(*four.Token) (interface{}, error) { return key, nil }) // want `\(jwtiss/missing\)`
	if err != nil {
		return err
	}
	c.VerifyIssuer(login, true)
	return use(c.Subject)
}

// VulnerablePreviewMissing never asks.
func VulnerablePreviewMissing(raw string, key []byte) error {
	var c preview.StandardClaims
	_, err := preview.ParseWithClaims(raw, &c, func(*preview.Token) (interface{}, error) { return key, nil }) // want `\(jwtiss/missing\)`
	if err != nil {
		return err
	}
	return use(c.Subject)
}

func use(subject string) error {
	log.Print("order of ", subject)
	return nil
}
