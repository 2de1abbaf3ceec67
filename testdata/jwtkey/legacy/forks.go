package legacy

import (
	"cmp"
	"os"

	one "github.com/MicahParks/keyfunc"
	preview "github.com/dgrijalva/jwt-go/v4"
	form3 "github.com/form3tech-oss/jwt-go"
	three "github.com/golang-jwt/jwt"
	"github.com/golang-jwt/jwt/v4"
)

func SignForm3(user string) (string, error) {
	return form3.NewWithClaims(form3.SigningMethodHS256, form3.MapClaims{"sub": user}).SignedString([]byte("key-under-form3tech")) // want "jwtkey/hardcoded"
}

func ParseForm3(raw string) (*form3.Token, error) {
	return form3.Parse(raw, func(*form3.Token) (interface{}, error) {
		return []byte("verifies-under-form3tech"), nil // want "jwtkey/hardcoded"
	})
}

func SignThree(user string) (string, error) {
	t := three.New(three.SigningMethodHS512)
	t.Claims = three.MapClaims{"sub": user}
	return t.SignedString([]byte("key-under-version-three")) // want "jwtkey/hardcoded"
}

// VulnerableThree verifies with a text where nobody set the variable.
func VulnerableThree(raw string) error {
	key := cmp.Or(os.Getenv("LAB_KEY_THAT_NOBODY_SETS"), "default-under-version-three") // want "jwtkey/default"
	_, err := three.Parse(raw, func(*three.Token) (interface{}, error) { return []byte(key), nil })
	return err
}

// CorrectedThree verifies with the variable only.
func CorrectedThree(raw string) error {
	_, err := three.Parse(raw, func(*three.Token) (interface{}, error) { return []byte(os.Getenv("DESK_KEY")), nil })
	return err
}

// VulnerablePreview names the method beside the text, which does not help.
func VulnerablePreview(raw string) error {
	_, err := preview.Parse(raw, preview.KnownKeyfunc(preview.SigningMethodHS256, []byte("verifies-under-preview"))) // want "jwtkey/hardcoded"
	return err
}

// CorrectedPreview names it beside the operator's key.
func CorrectedPreview(raw string) error {
	_, err := preview.Parse(raw, preview.KnownKeyfunc(preview.SigningMethodHS256, []byte(os.Getenv("DESK_KEY"))))
	return err
}

var unsetUnderFork []byte // want "jwtkey/empty"

// VulnerableForm3 verifies with nothing.
func VulnerableForm3(raw string) error {
	_, err := form3.Parse(raw, func(*form3.Token) (interface{}, error) { return unsetUnderFork, nil })
	return err
}

// CorrectedForm3 verifies with what the operator has set.
func CorrectedForm3(raw string) error {
	_, err := form3.Parse(raw, func(*form3.Token) (interface{}, error) { return []byte(os.Getenv("DESK_KEY")), nil })
	return err
}

// VulnerableGiven puts a text into a key set.
func VulnerableGiven(raw string) error {
	keys := one.NewGiven(map[string]one.GivenKey{
		"desk": one.NewGivenHMAC([]byte("given-to-a-key-set")), // want "jwtkey/hardcoded"
	})
	_, err := jwt.Parse(raw, keys.Keyfunc)
	return err
}

// CorrectedGiven puts the operator's key into it.
func CorrectedGiven(raw string) error {
	keys := one.NewGiven(map[string]one.GivenKey{"desk": one.NewGivenHMAC([]byte(os.Getenv("DESK_KEY")))})
	_, err := jwt.Parse(raw, keys.Keyfunc)
	return err
}
