// Package forks decodes tokens into claims types without an expiry under the
// libraries beside golang-jwt v5 and v4.
package forks

import (
	"errors"
	"os"

	preview "github.com/dgrijalva/jwt-go/v4"
	form3 "github.com/form3tech-oss/jwt-go"
	three "github.com/golang-jwt/jwt"
)

func deskKey() []byte { return []byte(os.Getenv("DESK_KEY")) }

func key3(*three.Token) (interface{}, error) { return deskKey(), nil }

func keyFork(*form3.Token) (interface{}, error) { return deskKey(), nil }

func keyPreview(*preview.Token) (interface{}, error) { return deskKey(), nil }

// Pass takes the name away under v3.
type Pass struct {
	three.StandardClaims
	Until int64 `json:"exp,omitempty"`
}

func VulnerableThree(raw string) error {
	_, err := three.ParseWithClaims(raw, &Pass{}, key3) // want `\(jwtexp/shadowed\)`
	return err
}

// Badge has a map that encoding/json does not fill.
type Badge struct {
	three.MapClaims
	Role string `json:"role"`
}

func VulnerableThreeMap(raw string) error {
	_, err := three.ParseWithClaims(raw, &Badge{}, key3) // want `embedded MapClaims.*\(jwtexp/shadowed\)`
	return err
}

// Nested reads the claims from an object inside the token, under the fork.
type Nested struct {
	form3.StandardClaims `json:"claims"`
	User                 string `json:"sub"`
}

func VulnerableForm3(raw string) error {
	_, err := form3.ParseWithClaims(raw, &Nested{}, keyFork) // want `"claims".*\(jwtexp/shadowed\)`
	return err
}

// Ranked only asks for a role.
type Ranked struct {
	form3.StandardClaims
	Role string `json:"role"`
}

// Valid takes the place of the fork's own check.
func (r *Ranked) Valid() error {
	if r.Role != "admin" && r.Role != "user" {
		return errors.New("no such role")
	}
	return nil
}

func VulnerableForm3Valid(raw string) error {
	_, err := form3.ParseWithClaims(raw, &Ranked{}, keyFork) // want `\(jwtexp/shadowed\)`
	return err
}

// Draft does so under the preview, whose check has an operand.
type Draft struct {
	preview.StandardClaims
	Role string `json:"role"`
}

// Valid takes the place of the preview's own check.
func (d *Draft) Valid(*preview.ValidationHelper) error {
	if d.Role == "" {
		return errors.New("no role")
	}
	return nil
}

func VulnerablePreview(raw string) error {
	_, err := preview.ParseWithClaims(raw, &Draft{}, keyPreview) // want `\(jwtexp/shadowed\)`
	return err
}
