// Package bound issues refresh tokens, some of which a server can know again.
package bound

import (
	"encoding/json"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func key() []byte { return []byte(os.Getenv("BOUND_KEY")) }

// Claims have a place for what binds them.
type Claims struct {
	UserID int    `json:"user_id"`
	Role   string `json:"role"`
	Family string `json:"family,omitempty"`
	jwt.RegisteredClaims
}

func month() *jwt.NumericDate { return jwt.NewNumericDate(time.Now().Add(720 * time.Hour)) }

func vulnerableRefreshToken(id int) (string, error) {
	claims := &Claims{UserID: id, Role: "user", RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: month(), Subject: "me"}}
	refreshToken := jwt.NewWithClaims(jwt.SigningMethodHS256, claims) // want `the refresh token has no jti and is kept nowhere \(it cannot be revoked\); add a jti and store it \(jwtrefresh/unbound\)`
	return refreshToken.SignedString(key())
}

// Vulnerable gives it away.
func Vulnerable(w http.ResponseWriter, _ *http.Request) {
	token, err := vulnerableRefreshToken(1)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "refresh", Value: token, HttpOnly: true, Secure: true})
}

func sign(user string, life time.Duration) (string, error) {
	claims := jwt.MapClaims{"sub": user, "exp": time.Now().Add(life).Unix()}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

// VulnerablePair says at the call what each is for.
func VulnerablePair(w http.ResponseWriter, _ *http.Request) {
	access, err := sign("me", time.Hour)
	if err != nil {
		return
	}
	refresh, err := sign("me", 720*time.Hour) // want `\(jwtrefresh/unbound\)`
	if err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"access_token": access, "refresh_token": refresh})
}

func withID(id int) (string, error) {
	claims := &Claims{UserID: id, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: month(), ID: time.Now().String()}}
	refreshToken := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return refreshToken.SignedString(key())
}

func withFamily(id int) (string, error) {
	claims := &Claims{UserID: id, Family: "f", RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: month()}}
	refreshToken := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return refreshToken.SignedString(key())
}

func withOther(id int, more map[string]any) (string, error) {
	claims := jwt.MapClaims{"user_id": id, "exp": month()}
	for name, value := range more {
		claims[name] = value
	}
	refreshToken := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return refreshToken.SignedString(key())
}

// Fixed gives those away that are bound.
func Fixed(w http.ResponseWriter, _ *http.Request) {
	for _, make := range []func(int) (string, error){withID, withFamily, func(id int) (string, error) { return withOther(id, nil) }} {
		token, err := make(1)
		if err == nil {
			http.SetCookie(w, &http.Cookie{Name: "refresh", Value: token, HttpOnly: true, Secure: true})
		}
	}
}

// Store keeps tokens.
type Store interface {
	Put(user int, token string) error
}

func storedRefreshToken(id int) (string, error) {
	claims := &Claims{UserID: id, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: month()}}
	refreshToken := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	return refreshToken.SignedString(key())
}

// FixedStored keeps it.
func FixedStored(w http.ResponseWriter, store Store) {
	token, err := storedRefreshToken(1)
	if err != nil || store.Put(1, token) != nil {
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "refresh", Value: token, HttpOnly: true, Secure: true})
}

// accessToken is not for refreshing.
func accessToken(id int) (string, error) {
	claims := &Claims{UserID: id, RegisteredClaims: jwt.RegisteredClaims{ExpiresAt: month()}}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

var _ = accessToken

func issueFor(user string, secret []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"user_id": user}).SignedString(secret)
}

func tokens(user string) (map[string]string, error) {
	accessToken, err := issueFor(user, key())
	if err != nil {
		return nil, err
	}
	accessSecret := key()
	refreshToken, err := issueFor(user, accessSecret) // want `\(jwtrefresh/unbound\)`
	return map[string]string{"access": accessToken, "refresh": refreshToken}, err
}

// VulnerableMap is told by the name of what the token is assigned to.
func VulnerableMap(w http.ResponseWriter, _ *http.Request) {
	both, err := tokens("me")
	if err == nil {
		_ = json.NewEncoder(w).Encode(both)
	}
}

func filledRefreshToken(user, id string) (string, error) {
	refreshToken := jwt.New(jwt.SigningMethodHS256) // want `\(jwtrefresh/unbound\)`
	claims := refreshToken.Claims.(jwt.MapClaims)
	claims["sub"] = user
	other := jwt.New(jwt.SigningMethodHS256)
	others := other.Claims.(jwt.MapClaims)
	others["sub"], others["jti"] = user, id
	return refreshToken.SignedString(key())
}

func namedRefreshToken(user, id string) (string, error) {
	refreshToken := jwt.New(jwt.SigningMethodHS256)
	claims := refreshToken.Claims.(jwt.MapClaims)
	claims["sub"], claims["jti"] = user, id
	return refreshToken.SignedString(key())
}

// Filled gives both away.
func Filled(w http.ResponseWriter, _ *http.Request) {
	one, _ := filledRefreshToken("me", "1")
	two, _ := namedRefreshToken("me", "1")
	_ = json.NewEncoder(w).Encode([]string{one, two})
}
