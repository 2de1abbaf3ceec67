// Package issued issues tokens that live too long, and others.
package issued

import (
	"os"
	"time"

	old "github.com/dgrijalva/jwt-go"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"

	"example.com/fixtures/jwtexp/issued/mint"
)

func key() []byte { return []byte(os.Getenv("DESK_KEY")) }

// Desk is a claims type of the program's.
type Desk struct {
	Room string `json:"room"`
	jwt.RegisteredClaims
}

const week = 7 * 24 * time.Hour

func VulnerableNone(user string) (string, error) {
	claims := jwt.MapClaims{"sub": user}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key()) // want `token issued without exp .*\(jwtexp/no-exp\)`
}

func VulnerableStructNone(user string) (string, error) {
	claims := Desk{Room: "4", RegisteredClaims: jwt.RegisteredClaims{Subject: user}}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims) // want `\(jwtexp/no-exp\)`
	return token.SignedString(key())
}

func VulnerableMap(user string) (string, error) {
	claims := jwt.MapClaims{}
	claims["sub"] = user
	claims["exp"] = time.Now().Add(week).Unix()
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims) // want `token is valid for 7 days .*jwtexp.max is 24h.*\(jwtexp/too-long\)`
	return token.SignedString(key())
}

func VulnerableNested(user string) (string, error) {
	claims := &Desk{"4", jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().AddDate(0, 2, 0))}}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims) // want `valid for 60 days`
	return token.SignedString(key())
}

func VulnerableLiteralDate() (string, error) {
	claims := jwt.RegisteredClaims{ExpiresAt: &jwt.NumericDate{Time: time.Now().UTC().Add(100 * week)}}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims) // want `valid for 700 days`
	return token.SignedString(key())
}

// VulnerableUnkeyed gives the fields by their order.
func VulnerableUnkeyed(user string) (string, error) {
	claims := old.StandardClaims{"", time.Now().Unix() + 60*60*24*365, "", 0, "", 0, user}
	token := old.NewWithClaims(old.SigningMethodHS256, claims) // want `valid for 365 days`
	return token.SignedString(key())
}

func VulnerableZero(user string) (string, error) {
	claims := v4.StandardClaims{Subject: user, ExpiresAt: 0}
	token := v4.NewWithClaims(v4.SigningMethodHS256, claims) // want `\(jwtexp/no-exp\)`
	return token.SignedString(key())
}

// VulnerableLate fills the map of a token that has been built before.
func VulnerableLate(user string) (string, error) {
	token := old.New(old.SigningMethodHS256) // want `valid for 3 days`
	claims := token.Claims.(old.MapClaims)
	claims["sub"] = user
	claims["exp"] = time.Now().Add(time.Hour * 72).Unix()
	return token.SignedString(key())
}

func VulnerableLateNone(user string) (string, error) {
	token := old.New(old.SigningMethodHS256) // want `\(jwtexp/no-exp\)`
	claims := token.Claims.(old.MapClaims)
	claims["sub"] = user
	return token.SignedString(key())
}

func VulnerableAssigned(user string) (string, error) {
	token := jwt.New(jwt.SigningMethodHS256) // want `valid for 7 days`
	token.Claims = jwt.MapClaims{"sub": user, "exp": time.Now().Add(week).Unix()}
	return token.SignedString(key())
}

// claimsOf builds what another function signs.
func claimsOf(user string, life time.Duration) jwt.MapClaims {
	return jwt.MapClaims{"sub": user, "exp": time.Now().Add(life).Unix()}
}

func sign(claims jwt.Claims) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

func VulnerableFar(user string) (string, error) {
	return sign(claimsOf(user, 30*24*time.Hour)) // want `valid for 30 days`
}

// VulnerableBranch leaves exp out for the caller who says so.
func VulnerableBranch(user string) (string, error) {
	return sign(perhaps(user, 0)) // want `\(jwtexp/no-exp\)`
}

func perhaps(user string, hours int) jwt.Claims {
	claims := Desk{RegisteredClaims: jwt.RegisteredClaims{Subject: user}}
	if hours > 0 {
		claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Duration(hours) * time.Hour))
	}
	return claims
}

// VulnerableChoice has a kind of token that never expires.
func VulnerableChoice(user, kind string) (string, error) {
	var life time.Duration
	switch kind {
	case "short":
		life = time.Hour
	case "never":
		life = 0
	}
	claims := mint.Perhaps(user, int64(life/time.Second))
	return mint.Sign(claims, key()) // want `\(jwtexp/no-exp\)`
}

func VulnerableElsewhere(user string) (string, error) {
	return mint.Token(user, 2*week, key()) // want `valid for 14 days`
}

func VulnerableOwnClaims(user string) (string, error) {
	return mint.Sign(jwt.MapClaims{"sub": user}, key()) // want `\(jwtexp/no-exp\)`
}

func VulnerableTheirClaims(user string) (string, error) {
	return sign(mint.Long(user)) // want `valid for 7 days`
}

// Maker keeps the lifetime.
type Maker struct {
	life time.Duration
}

func newMaker(life time.Duration) *Maker { return &Maker{life: life} }

func (m *Maker) Make(user string) (string, error) {
	return sign(claimsOf(user, m.life))
}

var Desks = newMaker(week) // want `valid for 7 days`

// VulnerableRefresh lives too long even for what it is.
func VulnerableRefresh(user string) (string, error) {
	refresh := jwt.MapClaims{"sub": user, "typ": "refresh", "exp": time.Now().AddDate(1, 0, 0).Unix()}
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, refresh) // want `valid for 365 days .*jwtexp.max-refresh is 90 days`
	return token.SignedString(key())
}

// VulnerablePair makes an access token that lives as long as the other.
func VulnerablePair(user string) (access, refresh string, err error) {
	accessClaims := jwt.MapClaims{"sub": user, "exp": time.Now().Add(week).Unix()}
	access, err = jwt.NewWithClaims(jwt.SigningMethodHS256, accessClaims).SignedString(key()) // want `valid for 7 days`
	if err != nil {
		return "", "", err
	}
	refreshClaims := jwt.MapClaims{"sub": user, "exp": time.Now().Add(week).Unix()}
	refresh, err = jwt.NewWithClaims(jwt.SigningMethodHS256, refreshClaims).SignedString(key())
	return access, refresh, err
}

func touch(claims jwt.MapClaims) { claims["exp"] = time.Now().Add(week).Unix() }

func VulnerableHelper(user string) (string, error) {
	claims := jwt.MapClaims{"sub": user}
	touch(claims)
	return sign(claims) // want `valid for 7 days`
}
