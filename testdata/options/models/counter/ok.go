package counter

import (
	"slices"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/options/models/office"
)

// Ask leaves it to Ours, which has said what it checks.
func (c *Clerk) Ask(token string) (string, error) {
	var claims jwt.RegisteredClaims
	if err := c.desk.Read(token, &claims); err != nil {
		return "", err
	}
	if !office.Ours(&claims) {
		return "", errNotOurs
	}
	return claims.Subject, nil
}

// Each makes sure of one after the other: by an error, and by a panic.
func (c *Clerk) Each(token string) (string, error) {
	var claims jwt.RegisteredClaims
	if err := c.desk.Read(token, &claims); err != nil {
		return "", err
	}
	if err := office.FromUs(&claims); err != nil {
		return "", err
	}
	office.MustBeForUs(&claims)
	return claims.Subject, nil
}

// Compared compares what the office's getter says.
func (c *Clerk) Compared(token string) (string, error) {
	var claims jwt.RegisteredClaims
	if err := c.desk.Read(token, &claims); err != nil {
		return "", err
	}
	if office.Issuer(&claims) != "office" || !slices.Contains(claims.Audience, "counter") {
		return "", errNotOurs
	}
	return claims.Subject, nil
}

// Examine leaves everything to a desk that looks at everything.
func (c *Clerk) Examine(token string) (string, error) {
	paper, err := c.desk.Examine(token)
	if err != nil {
		return "", err
	}
	return paper.Holder, nil
}

// Unsaid goes to a desk of which nothing is known.
func (c *Clerk) Unsaid(token string) (string, error) {
	var claims jwt.RegisteredClaims
	if err := c.desk.Other(token, &claims); err != nil {
		return "", err
	}
	return claims.Subject, nil
}

// ByHand compares fields of the office's own paper.
func (c *Clerk) ByHand(token string) (string, error) {
	paper, err := c.desk.Examine(token)
	if err != nil {
		return "", err
	}
	if paper.Issuer != "office" || !slices.Contains(paper.Audience, "counter") {
		return "", errNotOurs
	}
	return paper.Holder, nil
}

// Ring picks the key for an algorithm.
func (c *Clerk) Ring(token string) error {
	_, err := jwt.Parse(token, c.ring.Pick, office.House("counter"), jwt.WithIssuer("office")) // without: jwtalg/unpinned
	return err
}

// Parsed uses the parser that all use.
func Parsed(token string, key []byte) (jwt.Claims, error) {
	var claims jwt.RegisteredClaims
	_, err := office.Parser().ParseWithClaims(token, &claims, func(*jwt.Token) (any, error) { return key, nil })
	return claims, err
}
