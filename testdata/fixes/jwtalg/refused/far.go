package refused

import "github.com/golang-jwt/jwt/v5"

// The parser is built in another file than the one that verifies: drivers
// change the file of the finding only.
var far = jwt.NewParser(jwt.WithExpirationRequired())

// The name of the list's elements is taken.
func renamed(string []byte) (*jwt.Token, error) {
	return jwt.Parse(text(string), ticketKey) // want `\(jwtalg/unpinned\)`
}

func text(b []byte) string { return string(b) }
