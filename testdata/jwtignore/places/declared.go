package places

import (
	"github.com/golang-jwt/jwt/v5"
)

// Doc is about the whole function.
//
//jwtvet:ignore jwtaud the gateway looks at it
func Doc(raw, other string) (*jwt.Token, error) {
	if _, err := jwt.Parse(other, key, methods, issuer); err != nil {
		return nil, err
	}
	read := func() (*jwt.Token, error) {
		return jwt.Parse(raw, key, methods, issuer)
	}
	return read()
}

func Head(raw string) (*jwt.Token, error) { //jwtvet:ignore jwtaud the gateway looks at it
	return jwt.Parse(raw, key, methods, issuer)
}

func Next(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

// Shop is a method's receiver.
type Shop struct{ raw string }

// want +1 `no finding of jwtaud is silenced here .* \(jwtignore/unused\)`
//jwtvet:ignore jwtaud the gateway looks at it

// Token has an empty line above it, so the comment there is not its own.
func (s Shop) Token() (*jwt.Token, error) {
	return jwt.Parse(s.raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}

// Keys of the demonstration.
//
//jwtvet:ignore jwtkey keys of the demonstration
const (
	first  = "a key for the demonstration, number 1"
	second = "a key for the demonstration, number 2"
)

const (
	//jwtvet:ignore jwtkey/hardcoded a key of the demonstration
	third = "a key for the demonstration, " +
		"number 3"
	fourth = "a key for the demonstration, number 4" // want `\(jwtkey/hardcoded\)`
	fifth  = "a key for the demonstration, number 5" //jwtvet:ignore jwtkey a key of the demonstration
)

var shared = //jwtvet:ignore jwtkey a key of the demonstration
[]byte("a key for the demonstration, number 6")

func sign(key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{}).SignedString(key)
}

func Sign() (out []string) {
	for _, one := range [][]byte{
		[]byte(first), []byte(second), []byte(third), []byte(fourth), []byte(fifth), shared,
	} {
		text, _ := sign(one)
		out = append(out, text)
	}
	return out
}

// Settings are decoded from the environment.
type Settings struct {
	//jwtvet:ignore jwtkey/default developers start without a configuration
	Key string `env:"KEY" envDefault:"a key for developers, not for customers"`
	Old string `env:"OLD" envDefault:"a key for developers, and for a customer"` // want `\(jwtkey/default\)`
}

func (s Settings) Sign() (string, error) { return sign([]byte(s.Key)) }

func (s Settings) SignOld() (string, error) { return sign([]byte(s.Old)) }
