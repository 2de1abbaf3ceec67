// Package counter has people come in with tokens for the office.
package counter

import (
	"errors"
	"log"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/options/models/office"
)

// Clerk works at a desk.
type Clerk struct {
	desk office.Desk
	ring *office.Ring
}

// Read forgets whom the token is for: the desk does not look.
func (c *Clerk) Read(token string) (string, error) {
	var claims jwt.RegisteredClaims
	if err := c.desk.Read(token, &claims); err != nil { // want "jwtaud/missing" "jwtiss/missing"
		return "", err
	}
	return claims.Subject, nil
}

// Peek leaves everything to a desk that looks at nothing.
func (c *Clerk) Peek(token string) string {
	paper, err := c.desk.Peek(token) // want "algorithm is not pinned .* add alg to its model's checks .jwtalg/unpinned." "jwtaud/missing" "jwtiss/missing"
	if err != nil {
		return ""
	}
	return paper.Holder
}

// Own opens it with a key of its own: the text is found all the same.
func Own(token string) (*office.Paper, error) {
	return office.Open(token, []byte("my own key is not in any vault")) /* without: jwtkey/hardcoded */ // want "jwtkey/hardcoded"
}

// Sign signs with a text that the vault has, as far as the code shows.
func Sign(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(office.Secret()) // without: jwtkey/hardcoded
}

// Default has a text in place of the vault's key.
func Default(claims jwt.Claims) (string, error) {
	key := office.Secret()
	if len(key) == 0 {
		key = []byte("what we use on Sundays, all of us") /* without: jwtkey/hardcoded */ // want "jwtkey/default"
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

// Empty gives the office's option no department.
func Empty(token string, key []byte) error {
	_, err := jwt.Parse(token, func(*jwt.Token) (any, error) { return key, nil }, office.House(""), // want "jwtaud/empty"
		jwt.WithIssuer("office"), jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// Unheeded asks whose the claims are and goes on either way.
func (c *Clerk) Unheeded(token string) (string, error) {
	var claims jwt.RegisteredClaims
	if err := c.desk.Read(token, &claims); err != nil { // want "jwtaud/missing" "jwtiss/missing"
		return "", err
	}
	if !office.Ours(&claims) {
		log.Print("not ours")
	}
	return claims.Subject, nil
}

var errNotOurs = errors.New("not ours")
