// Package pinned restricts the algorithm in one of the ways that count.
package pinned

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"

	"github.com/golang-jwt/jwt/v5"
	"github.com/golang-jwt/jwt/v5/request"

	"example.com/fixtures/keyring"
)

var errMethod = errors.New("unexpected method")

func secret() []byte { return []byte(os.Getenv("SESSION_KEY")) }

// The type of the method pins its family.
func Assertion(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, fmt.Errorf("unexpected method %v", t.Header["alg"])
		}
		return secret(), nil
	})
}

// The other way round: the key is only returned on the good branch.
func Inverted(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); ok {
			return secret(), nil
		}
		return nil, errMethod
	})
}

func Identity(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if t.Method != jwt.SigningMethodHS256 {
			return nil, errMethod
		}
		return secret(), nil
	})
}

func Name(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if t.Method.Alg() != jwt.SigningMethodHS256.Alg() {
			return nil, errMethod
		}
		return secret(), nil
	})
}

func Header(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if alg, _ := t.Header["alg"].(string); alg != "HS256" {
			return nil, errMethod
		}
		return secret(), nil
	})
}

// A conjunction that is stored first.
func Stored(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		_, isHMAC := t.Method.(*jwt.SigningMethodHMAC)
		ok := isHMAC && t.Header["kid"] != nil
		if !ok {
			return nil, errMethod
		}
		return secret(), nil
	})
}

func isHMAC(t *jwt.Token) bool {
	_, ok := t.Method.(*jwt.SigningMethodHMAC)
	return ok
}

// A helper that says yes or no.
func Predicate(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if !isHMAC(t) {
			return nil, errMethod
		}
		return secret(), nil
	})
}

func refuseOthers(alg string) error {
	if alg != "HS256" && alg != "HS512" {
		return errMethod
	}
	return nil
}

// A helper that returns an error, given the name only.
func Refusal(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if err := refuseOthers(t.Method.Alg()); err != nil {
			return nil, err
		}
		return secret(), nil
	})
}

// A helper of another package.
func Foreign(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if err := keyring.AllowHMAC(t); err != nil {
			return nil, err
		}
		return secret(), nil
	})
}

func Contains(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if !slices.Contains([]string{"HS256", "HS384"}, t.Method.Alg()) {
			return nil, errMethod
		}
		return secret(), nil
	})
}

func Prefix(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if !strings.HasPrefix(t.Method.Alg(), "HS") {
			return nil, errMethod
		}
		return secret(), nil
	})
}

var allowed = map[string]bool{"HS256": true}

func Map(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if !allowed[t.Method.Alg()] {
			return nil, errMethod
		}
		return secret(), nil
	})
}

func Switch(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		switch t.Method.Alg() {
		case "HS256", "HS384":
			return secret(), nil
		default:
			return nil, errMethod
		}
	})
}

func TypeSwitch(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		switch t.Method.(type) {
		case *jwt.SigningMethodHMAC:
			return secret(), nil
		}
		return nil, errMethod
	})
}

// Another method panics, which refuses the token too.
func Panics(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		_ = t.Method.(*jwt.SigningMethodHMAC)
		return secret(), nil
	})
}

func pick(t *jwt.Token) (any, error) {
	if t.Method.Alg() != "HS256" {
		return nil, errMethod
	}
	return secret(), nil
}

// The helper that finds the key tests the method.
func Delegated(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { return pick(t) })
}

func Elsewhere(raw string) (*jwt.Token, error) { return jwt.Parse(raw, keyring.Strict) }

func Constructed(raw string) (*jwt.Token, error) { return jwt.Parse(raw, keyring.StrictFor(secret())) }

func loose(*jwt.Token) (any, error) { return secret(), nil }

// A nil keyfunc refuses every token.
func Nil(raw string) (*jwt.Token, error) { return jwt.Parse(raw, nil) }

func Request(r *http.Request) (*jwt.Token, error) {
	p := jwt.NewParser(jwt.WithValidMethods([]string{"HS256"}))
	return request.ParseFromRequest(r, request.AuthorizationHeaderExtractor, loose, request.WithParser(p))
}
