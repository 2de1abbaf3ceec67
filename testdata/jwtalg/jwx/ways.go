package jwx

import (
	"errors"
	"os"

	"github.com/lestrrat-go/jwx/v2/jwa"
	"github.com/lestrrat-go/jwx/v2/jwt"
)

// setup is how an installation verifies, if it does.
type setup struct {
	trusting bool // a proxy has verified already
	key      []byte
	lenient  bool
}

// options are one of two: without a check, or with a key.
func (s setup) options() ([]jwt.ParseOption, error) {
	if s.trusting {
		return []jwt.ParseOption{jwt.WithVerify(false), jwt.WithValidate(true)}, nil
	}
	if len(s.key) == 0 {
		return nil, errors.New("no key")
	}
	return []jwt.ParseOption{jwt.WithKey(jwa.HS256, s.key), jwt.WithValidate(true)}, nil
}

// ChosenWay verifies wherever there is a key: no way through the program has both.
func (s setup) ChosenWay(raw string) (string, error) {
	options, err := s.options()
	if err != nil {
		return "", err
	}
	token, err := jwt.ParseString(raw, options...)
	if err != nil {
		return "", err
	}
	return token.Subject(), nil
}

// AppendedWay appends to what there is.
func (s setup) AppendedWay(raw string) error {
	var options []jwt.ParseOption
	if s.trusting {
		options = append(options, jwt.WithVerify(false))
	} else {
		options = append(options, jwt.WithKey(jwa.HS256, s.key))
	}
	_, err := jwt.ParseString(raw, options...)
	return err
}

// VulnerableWay has the key on both ways, and gives it up on one.
func (s setup) VulnerableWay(raw string) error {
	options := []jwt.ParseOption{jwt.WithKey(jwa.HS256, s.key)}
	if s.lenient {
		options = append(options, jwt.WithVerify(false))
	}
	_, err := jwt.ParseString(raw, options...) // want `switched off beside the key.*\(jwtalg/none\)`
	return err
}

// VulnerableEitherWay has one of two keys, and switches the check off for both.
func (s setup) VulnerableEitherWay(raw string) error {
	key := jwt.WithKey(jwa.HS256, s.key)
	if s.lenient {
		key = jwt.WithKey(jwa.HS384, []byte(os.Getenv("DESK_KEY")))
	}
	_, err := jwt.ParseString(raw, key, jwt.WithVerify(false)) // want `\(jwtalg/none\)`
	return err
}
