// Package kinds issues two kinds of tokens and takes either.
package kinds

import (
	"net/http"
	"os"
	"strings"
	"time"

	old "github.com/dgrijalva/jwt-go"
	v4 "github.com/golang-jwt/jwt/v4"
	"github.com/golang-jwt/jwt/v5"
)

func key() []byte { return []byte(os.Getenv("DESK_KEY")) }

// Desk is what both kinds say.
type Desk struct {
	User string `json:"user"`
	jwt.RegisteredClaims
}

func deskClaims(user string, life time.Duration) Desk {
	return Desk{User: user, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(life))}}
}

func GenerateAccessToken(user string) (string, error) {
	claims := Desk{User: user, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

func GenerateRefreshToken(user string) (string, error) {
	claims := Desk{User: user, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: jwt.NewNumericDate(time.Now().Add(720 * time.Hour))}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

// VulnerableGuard lets a request through with either.
func VulnerableGuard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		claims := new(Desk)
		_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return key(), nil }) // want `refresh tokens pass as access tokens .*\(jwttyp/confusable\)`
		if err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		r.Header.Set("X-User", claims.User)
		next.ServeHTTP(w, r)
	})
}

// Pair makes both with one function.
type Pair struct{ secret []byte }

func (p *Pair) Issue(user string) (access, refresh string, err error) {
	if access, err = p.sign(user, time.Hour); err != nil {
		return "", "", err
	}
	refresh, err = p.sign(user, 720*time.Hour)
	return access, refresh, err
}

func (p *Pair) sign(user string, life time.Duration) (string, error) {
	claims := v4.MapClaims{"sub": user, "exp": time.Now().Add(life).Unix()}
	return v4.NewWithClaims(v4.SigningMethodHS256, claims).SignedString(p.secret)
}

// VulnerableUser returns who a token is for, whatever it is for.
func (p *Pair) VulnerableUser(raw string) (string, error) {
	token, err := v4.Parse(raw, func(*v4.Token) (any, error) { return p.secret, nil }) // want `refresh tokens pass as access tokens`
	if err != nil {
		return "", err
	}
	user, _ := token.Claims.(v4.MapClaims)["sub"].(string)
	return user, nil
}

// Refresh takes what it is for.
func (p *Pair) Refresh(raw string) (string, error) {
	token, err := v4.Parse(raw, func(*v4.Token) (any, error) { return p.secret, nil })
	if err != nil {
		return "", err
	}
	user, _ := token.Claims.(v4.MapClaims)["sub"].(string)
	return p.sign(user, time.Hour)
}

func mailKey() []byte { return []byte(os.Getenv("MAIL_KEY")) }

func NewToken(user string) (string, error) {
	claims := old.StandardClaims{Subject: user, ExpiresAt: time.Now().Add(time.Hour).Unix()}
	return old.NewWithClaims(old.SigningMethodHS256, claims).SignedString(mailKey())
}

func NewResetToken(user string) (string, error) {
	claims := old.StandardClaims{Subject: user, ExpiresAt: time.Now().Add(time.Hour).Unix()}
	return old.NewWithClaims(old.SigningMethodHS256, claims).SignedString(mailKey())
}

func VulnerableLogin(raw string) (string, error) {
	var claims old.StandardClaims
	_, err := old.ParseWithClaims(raw, &claims, func(*old.Token) (any, error) { return mailKey(), nil }) // want `password reset tokens pass`
	return claims.Subject, err
}

// Staff has a role in its access tokens that nobody asks for here.
type Staff struct {
	Role string `json:"role"`
	jwt.RegisteredClaims
}

func staffKey() []byte { return []byte(os.Getenv("STAFF_KEY")) }

func IssueAccessToken(user, role string) (string, error) {
	claims := Staff{Role: role, RegisteredClaims: jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour))}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(staffKey())
}

func IssueRefreshToken(user string) (string, error) {
	claims := Staff{RegisteredClaims: jwt.RegisteredClaims{Subject: user, ExpiresAt: jwt.NewNumericDate(time.Now().Add(720 * time.Hour))}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(staffKey())
}

// VulnerableStaff keeps the role for those behind it.
func VulnerableStaff(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims := new(Staff)
		_, err := jwt.ParseWithClaims(r.Header.Get("X-Staff"), claims, func(*jwt.Token) (any, error) { return staffKey(), nil }) // want `refresh tokens pass`
		if err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		r.Header.Set("X-User", claims.Subject)
		r.Header.Set("X-Role", claims.Role)
		next.ServeHTTP(w, r)
	})
}

// tokenID is for a list of tokens that were called back.
func tokenID(raw string) (string, error) {
	claims := new(Staff)
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return staffKey(), nil })
	return claims.ID, err
}

var _ = tokenID

func mapKey() []byte { return []byte(os.Getenv("MAP_KEY")) }

func NewAccessMap(user string) (string, error) {
	claims := jwt.MapClaims{"sub": user, "exp": time.Now().Add(time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(mapKey())
}

func NewRefreshMap(user string) (string, error) {
	claims := jwt.MapClaims{"sub": user, "exp": time.Now().Add(720 * time.Hour).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(mapKey())
}

// VulnerableStruct reads into a struct what was written as a map.
func VulnerableStruct(raw string) (string, error) {
	claims := new(jwt.RegisteredClaims)
	_, err := jwt.ParseWithClaims(raw, claims, func(*jwt.Token) (any, error) { return mapKey(), nil }) // want `refresh tokens pass`
	return claims.Subject, err
}
