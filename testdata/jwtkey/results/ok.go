package results

import (
	"errors"

	"example.com/fixtures/jwtkey/settings"
)

// Required comes from the environment, and its function stops without it.
func Required(user string) (string, error) {
	return token(user).SignedString([]byte(settings.Required("RESULTS_KEY")))
}

func find(id string) (string, error) {
	if id == "" {
		return "no-such-key", errors.New("no key id") // Nobody uses it: an error stands beside it.
	}
	return settings.Required("KEY_" + id), nil
}

// Found gives up where find fails.
func Found(id, user string) (string, error) {
	key, err := find(id)
	if err != nil {
		return "", err
	}
	return token(user).SignedString([]byte(key))
}
