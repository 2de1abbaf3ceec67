package confusable

import (
	"github.com/golang-jwt/jwt/v5"
)

// Door verifies with whatever kind of key its owner has set it up for.
type Door struct {
	keys   *Keys
	method string // set by the owner
	spare  string // likewise
	listed []string
}

// NewDoor takes the owner's settings.
func NewDoor(keys *Keys, method, spare string, listed ...string) *Door {
	return &Door{keys: keys, method: method, spare: spare, listed: listed}
}

// key has a branch for either kind.
func (d *Door) key(m jwt.SigningMethod) (any, error) {
	switch m.(type) {
	case *jwt.SigningMethodHMAC:
		return d.keys.secret, nil
	case *jwt.SigningMethodRSA:
		return d.keys.public, nil
	}
	return nil, errMethod
}

// Configured is silent: the owner has chosen one method, the token has no choice.
func (d *Door) Configured(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if t.Method.Alg() != d.method {
			return nil, errMethod
		}
		return d.key(t.Method)
	})
}

// LookedUp is silent: the method of that name is as much the owner's choice.
func (d *Door) LookedUp(raw, name string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		want := jwt.GetSigningMethod(name)
		if want == nil {
			return nil, errMethod
		}
		if want.Alg() != t.Method.Alg() {
			return nil, errMethod
		}
		return d.key(t.Method)
	})
}

// Named is silent: the tests of the family are behind that of the one method.
func (d *Door) Named(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if t.Method.Alg() != "RS256" {
			return nil, errMethod
		}
		return d.key(t.Method)
	})
}

// agreed refuses all methods but the owner's.
func (d *Door) agreed(t *jwt.Token) error {
	if t.Method.Alg() != d.method {
		return errMethod
	}
	return nil
}

// Helped is silent: a helper makes the comparison.
func (d *Door) Helped(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		if err := d.agreed(t); err != nil {
			return nil, err
		}
		return d.key(t.Method)
	})
}

// VulnerableSpare leaves the token two methods to choose from.
func (d *Door) VulnerableSpare(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `chooses between an HMAC secret and a public key.*\(jwtalg/confusable\)`
		if t.Method.Alg() != d.method && t.Method.Alg() != d.spare {
			return nil, errMethod
		}
		return d.key(t.Method)
	})
}

// VulnerableListed leaves it as many as are listed.
func (d *Door) VulnerableListed(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `chooses between an HMAC secret and a public key.*\(jwtalg/confusable\)`
		for _, name := range d.listed {
			if t.Method.Alg() == name {
				return d.key(t.Method)
			}
		}
		return nil, errMethod
	})
}

// VulnerableSelf compares the token's method with what the token says.
func (d *Door) VulnerableSelf(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `chooses between an HMAC secret and a public key.*\(jwtalg/confusable\)`
		said, _ := t.Header["alg"].(string)
		if want := jwt.GetSigningMethod(said); want == nil || t.Method.Alg() != want.Alg() {
			return nil, errMethod
		}
		return d.key(t.Method)
	})
}

// VulnerableTyped lets another part of the header say which method it is.
func (d *Door) VulnerableTyped(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `chooses between an HMAC secret and a public key.*\(jwtalg/confusable\)`
		said, _ := t.Header["typ"].(string)
		if t.Method.Alg() != said {
			return nil, errMethod
		}
		return d.key(t.Method)
	})
}

// Gate has one kind of key; which one, its owner says.
type Gate struct {
	keys *Keys
	mode string
}

// NewGate takes it from the owner.
func NewGate(keys *Keys, mode string) *Gate { return &Gate{keys: keys, mode: mode} }

func (g *Gate) key() any {
	if g.mode == "shared" {
		return g.keys.secret
	}
	return g.keys.public
}

// Moded is silent: the owner has chosen which of the tests a token has to pass.
func (g *Gate) Moded(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) {
		switch g.mode {
		case "shared":
			if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
				return nil, errMethod
			}
		case "pair":
			if _, ok := t.Method.(*jwt.SigningMethodRSA); !ok {
				return nil, errMethod
			}
		default:
			return nil, errMethod
		}
		return g.key(), nil
	})
}

// VulnerableMarked has the token say which test it is.
func (g *Gate) VulnerableMarked(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `\(jwtalg/confusable\)`
		switch t.Header["mark"] {
		case "shared":
			if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
				return nil, errMethod
			}
		default:
			if _, ok := t.Method.(*jwt.SigningMethodRSA); !ok {
				return nil, errMethod
			}
		}
		return g.key(), nil
	})
}

// VulnerableEither takes a token that passes one test or the other.
func (g *Gate) VulnerableEither(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, func(t *jwt.Token) (any, error) { // want `\(jwtalg/confusable\)`
		if g.mode == "" {
			return nil, errMethod
		}
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			if _, ok := t.Method.(*jwt.SigningMethodRSA); !ok {
				return nil, errMethod
			}
		}
		return g.key(), nil
	})
}
