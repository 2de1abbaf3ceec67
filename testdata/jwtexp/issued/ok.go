package issued

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"

	old "github.com/dgrijalva/jwt-go"
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtexp/issued/mint"
)

// Config is set by whoever runs the program.
type Config struct {
	Life time.Duration
	Days int
}

func FixedConfig(user string, c Config) (string, error) {
	return sign(jwt.MapClaims{"sub": user, "exp": time.Now().Add(c.Life).Unix()})
}

func FixedDays(user string, c *Config) (string, error) {
	return sign(jwt.MapClaims{"sub": user, "exp": time.Now().AddDate(0, 0, c.Days).Unix()})
}

func FixedEnvironment(user string) (string, error) {
	hours, err := strconv.Atoi(os.Getenv("DESK_HOURS"))
	if err != nil {
		return "", err
	}
	return sign(jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Hour * time.Duration(hours)).Unix()})
}

// FixedOptional leaves it to the configuration whether tokens expire.
func FixedOptional(user string, c Config) (string, error) {
	claims := jwt.MapClaims{"sub": user}
	if c.Life > 0 {
		claims["exp"] = time.Now().Add(c.Life).Unix()
	}
	return sign(claims)
}

func FixedBranches(user string, admin bool) (string, error) {
	claims := jwt.MapClaims{"sub": user}
	if admin {
		claims["exp"] = time.Now().Add(time.Hour).Unix()
	} else {
		claims["exp"] = time.Now().Add(12 * time.Hour).Unix()
	}
	return sign(claims)
}

func FixedDay(user string) (string, error) { return sign(claimsOf(user, 24*time.Hour)) }

func FixedPerhaps(user string) (string, error) { return sign(perhaps(user, 8)) }

func FixedElsewhere(user string) (string, error) {
	if _, err := mint.Sign(mint.Short(user), key()); err != nil {
		return "", err
	}
	if _, err := mint.Sign(mint.Perhaps(user, 600), key()); err != nil {
		return "", err
	}
	return mint.Token(user, time.Hour, key())
}

// FixedCopied takes over the claims of a session that is kept elsewhere.
func FixedCopied(extra map[string]any) (string, error) {
	claims := jwt.MapClaims{}
	for name, value := range extra {
		claims[name] = value
	}
	return sign(claims)
}

func FixedDecoded(raw []byte) (string, error) {
	var claims jwt.MapClaims
	if err := json.Unmarshal(raw, &claims); err != nil {
		return "", err
	}
	return sign(claims)
}

// FixedLate sets exp behind the constructor.
func FixedLate(user string) (string, error) {
	token := old.New(old.SigningMethodHS256)
	claims := token.Claims.(old.MapClaims)
	claims["sub"] = user
	claims["exp"] = time.Now().Add(time.Hour).Unix()
	return token.SignedString(key())
}

func FixedRefresh(user string) (string, error) {
	claims := jwt.MapClaims{"sub": user, "typ": "refresh", "exp": time.Now().Add(4 * week).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

// Clock is a time source for tests.
type Clock interface{ Now() time.Time }

func FixedClock(user string, c Clock) (string, error) {
	now := c.Now()
	return sign(jwt.MapClaims{"sub": user, "iat": now.Unix(), "exp": now.Add(time.Hour).Unix()})
}

// Stamp writes its own JSON.
type Stamp struct {
	jwt.RegisteredClaims
	Until time.Time `json:"-"`
}

// MarshalJSON adds the time.
func (s Stamp) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]any{"sub": s.Subject, "exp": s.Until.Unix()})
}

func FixedStamp(user string) (string, error) {
	return sign(Stamp{RegisteredClaims: jwt.RegisteredClaims{Subject: user}, Until: time.Now().Add(time.Hour)})
}

// Pass keeps its own date and compares it.
type Pass struct {
	User  string    `json:"user"`
	Until time.Time `json:"until"`
}

// Valid looks at the date.
func (p *Pass) Valid() error {
	if time.Now().After(p.Until) {
		return errors.New("too late")
	}
	return nil
}

func FixedOwnDate(user string) (string, error) {
	pass := &Pass{User: user, Until: time.Now().Add(time.Hour)}
	return old.NewWithClaims(old.SigningMethodHS256, pass).SignedString(key())
}

func FixedOwnDateRead(raw string) (string, error) {
	pass := new(Pass)
	_, err := old.ParseWithClaims(raw, pass, func(*old.Token) (any, error) { return key(), nil })
	return pass.User, err
}

type kept struct{}

// claimsIn are those that a middleware has put into a context.
func claimsIn(ctx context.Context) Desk {
	claims, ok := ctx.Value(kept{}).(Desk)
	if !ok {
		return Desk{}
	}
	return claims
}

func FixedContext(ctx context.Context) (string, error) { return sign(claimsIn(ctx)) }

// tokens signs tokens whose life a store decides.
type tokens struct{ store store }

type store interface {
	Life(kind string) (int64, error)
	Save(jti string, until int64) error
}

// life is 0 beside an error that is wrapped.
func life(kind string, now time.Time) (int64, error) {
	switch kind {
	case "access":
		return now.Add(time.Hour).Unix(), nil
	case "refresh":
		return now.Add(24 * time.Hour).Unix(), nil
	}
	return 0, os.NewSyscallError("life", fmt.Errorf("no such kind: %s", kind))
}

// FixedKind takes exp from a function that returns none only with an error.
func FixedKind(kind string) (string, error) {
	until, err := life(kind, time.Now())
	if err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": until}).SignedString(key())
}

// FixedEither sets exp in each of four branches, and reads it back.
func (t *tokens) FixedEither(offline bool, renewed *session) (string, error) {
	claims := make(jwt.MapClaims)
	claims["jti"] = "a"
	if offline {
		claims["typ"] = "Offline"
		life, err := t.store.Life("offline")
		if err != nil {
			return "", err
		}
		most, err := t.store.Life("most")
		if err != nil {
			return "", err
		}
		if renewed != nil {
			most = renewed.until
		}
		claims["most"] = most
		if life < most {
			claims["exp"] = life
		} else {
			claims["exp"] = most
		}
	} else {
		claims["typ"] = "Refresh"
		life, err := t.store.Life("refresh")
		if err != nil {
			return "", err
		}
		claims["exp"] = life
	}
	if err := t.store.Save("a", claims["exp"].(int64)); err != nil {
		return "", err
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

type session struct{ until int64 }
