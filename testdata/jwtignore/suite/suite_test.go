package suite

import (
	"testing"

	"github.com/golang-jwt/jwt/v5"
)

const first = "a key that only the tests use" // want `\(jwtkey/hardcoded\)`

const another = "another key that only the tests use" //jwtvet:ignore jwtkey only the tests use it

func TestSign(t *testing.T) {
	for _, key := range []string{first, another} {
		text, err := Token([]byte(key), "somebody")
		if err != nil {
			t.Fatal(err)
		}
		// want +1 `no finding of jwtalg is silenced here .* \(jwtignore/unused\)`
		//jwtvet:ignore jwtalg,jwtaud,jwtiss a round trip
		_, err = jwt.Parse(text, func(*jwt.Token) (any, error) { return []byte(key), nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			t.Error(err)
		}
	}
}
