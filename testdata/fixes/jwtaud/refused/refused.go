// Package refused has findings without a fix; each says why.
package refused

import (
	"crypto/rsa"
	"os"

	preview "github.com/dgrijalva/jwt-go/v4"
	four "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

// The tokens of the desk are for two audiences.

func deskKey() []byte { return []byte(os.Getenv("DESK_KEY")) }

// ForOrders is one of them.
func ForOrders(subject string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: subject, Audience: jwt.ClaimStrings{"orders"}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(deskKey())
}

// ForBilling is the other.
func ForBilling(subject string) (string, error) {
	claims := jwt.RegisteredClaims{Subject: subject, Audience: jwt.ClaimStrings{"billing"}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(deskKey())
}

func desk(raw string) (string, error) {
	var c jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(raw, &c, func(*jwt.Token) (any, error) { return deskKey(), nil }) // want `\(jwtaud/missing\)`
	return c.Subject, err
}

// The tokens of the gate have an audience, or none.

func gateKey() []byte { return []byte(os.Getenv("GATE_KEY")) }

// Addressed has one.
func Addressed(subject string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": subject, "aud": "gate"}).SignedString(gateKey())
}

// Open has none: it would be refused.
func Open(subject string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": subject}).SignedString(gateKey())
}

func gate(raw string) (jwt.Claims, error) {
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return gateKey(), nil }) // want `\(jwtaud/missing\)`
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

// The audience of the shop is the caller's affair.

func shopKey() []byte { return []byte(os.Getenv("SHOP_KEY")) }

// Shop issues for whom it is told.
func Shop(subject, audience string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": subject, "aud": audience}).SignedString(shopKey())
}

func shop(raw string) (jwt.Claims, error) {
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return shopKey(), nil }) // want `\(jwtaud/missing\)`
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

// The claims of the club go through a function that may change them.

func clubKey() []byte { return []byte(os.Getenv("CLUB_KEY")) }

func stamp(claims jwt.MapClaims) { claims["aud"] = os.Getenv("CLUB") }

// Club issues what it has stamped.
func Club(subject string) (string, error) {
	claims := jwt.MapClaims{"sub": subject, "aud": "club"}
	stamp(claims)
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(clubKey())
}

func club(raw string) (jwt.Claims, error) {
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return clubKey(), nil }) // want `\(jwtaud/missing\)`
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

// Nothing says whose tokens verify with this key.
func stranger(raw string) (jwt.Claims, error) {
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return []byte(os.Getenv("PARTNER_KEY")), nil }) // want `\(jwtaud/missing\)`
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

// Ferry signs with a private key. Whose the public one is cannot be seen.
type Ferry struct {
	private  *rsa.PrivateKey
	provider *rsa.PublicKey
}

// Issue signs.
func (f *Ferry) Issue() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.MapClaims{"aud": "ferry"}).SignedString(f.private)
}

func (f *Ferry) login(raw string) (jwt.Claims, error) {
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return f.provider, nil }) // want `\(jwtaud/missing\)`
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

// Harbour has two pairs of one type: a field's name alone tells no key.
type Harbour struct{ access, refresh Pier }

// Pier has a key.
type Pier struct{ key []byte }

// Issue signs with the one.
func (h *Harbour) Issue() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"aud": "access"}).SignedString(h.access.key)
}

func (h *Harbour) renew(raw string) (jwt.Claims, error) {
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return h.refresh.key, nil }) // want `\(jwtaud/missing\)`
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

// Checks are switched off altogether.
func off(raw string) (jwt.Claims, error) {
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return depotKey(), nil }, jwt.WithoutClaimsValidation()) // want `\(jwtaud/missing\)`
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

func depotKey() []byte { return []byte(os.Getenv("DEPOT_KEY")) }

// Depot issues.
func Depot() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"aud": "depot"}).SignedString(depotKey())
}

// This major version has no option for it.
func fourth(raw string) (four.Claims, error) {
	token, err := four.Parse(raw, func(*four.Token) (interface{}, error) { return depotKey(), nil }) // want `\(jwtaud/missing\)`
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

// This one has one that lets tokens without an audience pass.
func previewed(raw string) error {
	_, err := preview.Parse(raw, func(*preview.Token) (interface{}, error) { return depotKey(), nil }) // want `\(jwtaud/optional\)`
	return err
}

// The option's value comes from elsewhere.
func called(raw string) (jwt.Claims, error) {
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return depotKey(), nil }, jwt.WithAudience(none...)) // want `\(jwtaud/empty\)`
	if err != nil {
		return nil, err
	}
	return token.Claims, nil
}

var none []string
