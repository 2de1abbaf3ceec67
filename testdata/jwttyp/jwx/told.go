package jwx

import (
	"os"
	"time"

	v2jwa "github.com/lestrrat-go/jwx/v2/jwa"
	v2 "github.com/lestrrat-go/jwx/v2/jwt"
)

// Quay writes into its tokens what they are for.
type Quay struct{ secret []byte }

// NewQuay reads the key.
func NewQuay() *Quay { return &Quay{secret: []byte(os.Getenv("QUAY_KEY"))} }

func (q *Quay) issue(user, use string, life time.Duration) ([]byte, error) {
	tok := v2.New()
	for name, value := range map[string]any{"sub": user, "use": use, "exp": time.Now().Add(life)} {
		if err := tok.Set(name, value); err != nil {
			return nil, err
		}
	}
	return v2.Sign(tok, v2.WithKey(v2jwa.HS256, q.secret))
}

// Tokens returns both.
func (q *Quay) Tokens(user string) (access, refresh []byte, err error) {
	if access, err = q.issue(user, "access", time.Hour); err != nil {
		return nil, nil, err
	}
	refresh, err = q.issue(user, "refresh", 720*time.Hour)
	return access, refresh, err
}

// User cannot be judged: what the tokens have is out of view.
func (q *Quay) User(raw []byte) (string, error) {
	tok, err := v2.Parse(raw, v2.WithKey(v2jwa.HS256, q.secret))
	if err != nil {
		return "", err
	}
	return tok.Subject(), nil
}

// Dock has a claim for the kind.
type Dock struct{ secret []byte }

// GenerateAccessToken is for the doors.
func (d *Dock) GenerateAccessToken(user string) ([]byte, error) {
	tok, err := v2.NewBuilder().Subject(user).Claim("mode", "access").Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return v2.Sign(tok, v2.WithKey(v2jwa.HS256, d.secret))
}

// GenerateRefreshToken is for the next one.
func (d *Dock) GenerateRefreshToken(user string) ([]byte, error) {
	tok, err := v2.NewBuilder().Subject(user).Claim("mode", "refresh").Expiration(time.Now().Add(720 * time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return v2.Sign(tok, v2.WithKey(v2jwa.HS256, d.secret))
}

// VulnerableUser forgets to look at it.
func (d *Dock) VulnerableUser(raw []byte) (string, error) {
	tok, err := v2.Parse(raw, v2.WithKey(v2jwa.HS256, d.secret)) // want `refresh tokens pass as access tokens`
	if err != nil {
		return "", err
	}
	return tok.Subject(), nil
}

// FixedUser looks at it.
func (d *Dock) FixedUser(raw []byte) (string, error) {
	tok, err := v2.Parse(raw, v2.WithKey(v2jwa.HS256, d.secret))
	if err != nil {
		return "", err
	}
	if mode, _ := tok.Get("mode"); mode != "access" {
		return "", errKind
	}
	return tok.Subject(), nil
}

// FixedOption has the library look at it.
func (d *Dock) FixedOption(raw []byte) (string, error) {
	tok, err := v2.Parse(raw, v2.WithKey(v2jwa.HS256, d.secret), v2.WithClaimValue("mode", "access"))
	if err != nil {
		return "", err
	}
	return tok.Subject(), nil
}

// Pier keeps the audience of its tokens apart.
type Pier struct{ secret []byte }

// GenerateAccessToken is for the pier.
func (p *Pier) GenerateAccessToken(user string) ([]byte, error) {
	tok, err := v2.NewBuilder().Subject(user).Audience([]string{"pier"}).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return v2.Sign(tok, v2.WithKey(v2jwa.HS256, p.secret))
}

// GenerateRefreshToken is for the desk.
func (p *Pier) GenerateRefreshToken(user string) ([]byte, error) {
	tok, err := v2.NewBuilder().Subject(user).Audience([]string{"desk"}).Expiration(time.Now().Add(720 * time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return v2.Sign(tok, v2.WithKey(v2jwa.HS256, p.secret))
}

// FixedAudience is told which one it is.
func (p *Pier) FixedAudience(raw []byte) (string, error) {
	tok, err := v2.Parse(raw, v2.WithKey(v2jwa.HS256, p.secret), v2.WithAudience("pier"))
	if err != nil {
		return "", err
	}
	return tok.Subject(), nil
}

// Mole has a key for each.
type Mole struct{ access, refresh []byte }

// GenerateAccessToken has the first.
func (m *Mole) GenerateAccessToken(user string) ([]byte, error) {
	tok, err := v2.NewBuilder().Subject(user).Expiration(time.Now().Add(time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return v2.Sign(tok, v2.WithKey(v2jwa.HS256, m.access))
}

// GenerateRefreshToken has the second.
func (m *Mole) GenerateRefreshToken(user string) ([]byte, error) {
	tok, err := v2.NewBuilder().Subject(user).Expiration(time.Now().Add(720 * time.Hour)).Build()
	if err != nil {
		return nil, err
	}
	return v2.Sign(tok, v2.WithKey(v2jwa.HS256, m.refresh))
}

// FixedKey takes tokens of the first.
func (m *Mole) FixedKey(raw []byte) (string, error) {
	tok, err := v2.Parse(raw, v2.WithKey(v2jwa.HS256, m.access))
	if err != nil {
		return "", err
	}
	return tok.Subject(), nil
}
