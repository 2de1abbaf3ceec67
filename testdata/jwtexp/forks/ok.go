package forks

import (
	"errors"
	"time"

	preview "github.com/dgrijalva/jwt-go/v4"
	form3 "github.com/form3tech-oss/jwt-go"
	three "github.com/golang-jwt/jwt"
)

// Plain leaves the names alone.
type Plain struct {
	three.StandardClaims
	Seat string `json:"seat"`
}

func CorrectedThree(raw string) error {
	_, err := three.ParseWithClaims(raw, &Plain{}, key3)
	return err
}

// Flat has the claims beside its own.
type Flat struct {
	form3.StandardClaims
	User string `json:"user"`
}

func CorrectedForm3(raw string) error {
	_, err := form3.ParseWithClaims(raw, &Flat{}, keyFork)
	return err
}

// Checked asks for a role and the time.
type Checked struct {
	form3.StandardClaims
	Role string `json:"role"`
}

// Valid compares the expiry with the library's method.
func (c *Checked) Valid() error {
	if !c.VerifyExpiresAt(time.Now().Unix(), true) {
		return errors.New("expired")
	}
	if c.Role == "" {
		return errors.New("no role")
	}
	return nil
}

func CorrectedForm3Valid(raw string) error {
	_, err := form3.ParseWithClaims(raw, &Checked{}, keyFork)
	return err
}

// Final asks the embedded claims first.
type Final struct {
	preview.StandardClaims
	Role string `json:"role"`
}

// Valid hands the helper on.
func (f *Final) Valid(h *preview.ValidationHelper) error {
	if err := f.StandardClaims.Valid(h); err != nil {
		return err
	}
	if f.Role == "" {
		return errors.New("no role")
	}
	return nil
}

func CorrectedPreview(raw string) error {
	_, err := preview.ParseWithClaims(raw, &Final{}, keyPreview)
	return err
}

// Checked by a helper that knows the time.
type Helped struct {
	User    string `json:"sub"`
	Expires int64  `json:"exp"`
}

func (h *Helped) late() bool { return time.Now().Unix() > h.Expires }

// Valid asks the helper.
func (h *Helped) Valid() error {
	if h.late() {
		return errors.New("expired")
	}
	return nil
}

func CorrectedHelped(raw string) error {
	_, err := three.ParseWithClaims(raw, &Helped{}, key3)
	return err
}
