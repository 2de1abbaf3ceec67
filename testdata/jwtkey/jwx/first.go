package jwx

import (
	"os"

	"github.com/lestrrat-go/jwx/jwa"
	"github.com/lestrrat-go/jwx/jwk"
	"github.com/lestrrat-go/jwx/jws"
	"github.com/lestrrat-go/jwx/jwt"
)

// VulnerableFirst verifies with a text.
func VulnerableFirst(raw string) error {
	_, err := jwt.ParseString(raw, jwt.WithVerify(jwa.HS256, []byte("known-since-the-first"))) // want `\(jwtkey/hardcoded\)`
	return err
}

// CorrectedFirst verifies with a key that only the operator knows.
func CorrectedFirst(raw string) error {
	_, err := jwt.ParseString(raw, jwt.WithVerify(jwa.HS256, []byte(os.Getenv("DESK_KEY"))))
	return err
}

func issueFirst(token jwt.Token) ([]byte, error) {
	return jwt.Sign(token, jwa.HS256, []byte("signs-under-the-first")) // want `\(jwtkey/hardcoded\)`
}

func issueBytesFirst(payload []byte) ([]byte, error) {
	key, err := jwk.New([]byte("any-payload-of-the-first")) // want `\(jwtkey/hardcoded\)`
	if err != nil {
		return nil, err
	}
	return jws.Sign(payload, jwa.HS256, key)
}

func verifyBytesFirst(raw []byte) ([]byte, error) {
	return jws.Verify(raw, jwa.HS256, []byte("verifies-under-the-first")) // want `\(jwtkey/hardcoded\)`
}

func signFirst(token jwt.Token, set jwk.Set) ([]byte, error) {
	key, _ := set.Get(0)
	return jwt.Sign(token, jwa.RS256, key)
}

// unsetFirst is empty, which this library refuses.
var unsetFirst []byte

func refuseFirst(raw []byte) ([]byte, error) { return jws.Verify(raw, jwa.HS256, unsetFirst) }
