// Package carried hands keyfuncs and options through variables, fields and
// functions of other packages before they meet the library.
package carried

import (
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtalg/door"
	"example.com/fixtures/keyring"
)

func loose(*jwt.Token) (any, error) { return []byte(os.Getenv("GATE_KEY")), nil }

var anyMethod jwt.Keyfunc = loose

func PackageVariable(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, anyMethod) // want `\(jwtalg/unpinned\)`
}

// Checker keeps its keyfunc in a field.
type Checker struct{ find jwt.Keyfunc }

// NewChecker sets it to a closure.
func NewChecker(key []byte) *Checker {
	return &Checker{find: func(*jwt.Token) (any, error) { return key, nil }}
}

// Check verifies.
func (c *Checker) Check(raw string) error {
	_, err := jwt.Parse(raw, c.find) // want `\(jwtalg/unpinned\)`
	return err
}

// Two calls deep in the other package.
func Opened(raw string) (*jwt.Token, error) {
	return door.Open(raw, loose) // want `\(jwtalg/unpinned\)`
}

func OpenedWith(raw string) (*jwt.Token, error) {
	return door.Open(raw, loose, jwt.WithIssuer("https://login.example")) // want `\(jwtalg/unpinned\)`
}

// A generic wrapper.
func Generic(raw string) (*keyring.Claims, error) {
	return door.Into(raw, &keyring.Claims{}, loose) // want `\(jwtalg/unpinned\)`
}

// A middleware of the other package.
func Routes(mux *http.ServeMux, private http.Handler) {
	mux.Handle("/private", door.Guard(loose)(private)) // want `\(jwtalg/unpinned\)`
}

// A type of the other package.
func Locked() *door.Lock {
	return door.NewLock(loose) // want `\(jwtalg/unpinned\)`
}

func local(raw string, opts ...jwt.ParserOption) (*jwt.Token, error) {
	return door.Open(raw, loose, append([]jwt.ParserOption{jwt.WithIssuedAt()}, opts...)...)
}

// A wrapper of one's own around the one of the other package.
func Wrapped(raw string) (*jwt.Token, error) {
	return local(raw) // want `\(jwtalg/unpinned\)`
}

// The set of keys says nothing of methods.
func Set(raw string, keys [][]byte) (*jwt.Token, error) {
	return jwt.Parse(raw, func(*jwt.Token) (any, error) { // want `\(jwtalg/unpinned\)`
		var set jwt.VerificationKeySet
		for _, key := range keys {
			set.Keys = append(set.Keys, key)
		}
		return set, nil
	})
}
