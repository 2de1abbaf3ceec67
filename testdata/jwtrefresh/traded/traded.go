// Package traded takes refresh tokens and leaves them as they are.
package traded

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func key() []byte { return []byte(os.Getenv("TRADED_KEY")) }

func keyfunc(*jwt.Token) (any, error) { return key(), nil }

// Claims are those of either kind.
type Claims struct {
	User string `json:"user"`
	Kind string `json:"kind"`
	jwt.RegisteredClaims
}

func newAccessToken(user string) (string, error) {
	claims := Claims{User: user, Kind: "access"}
	claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

func generateToken(user string, life time.Duration) (string, error) {
	claims := Claims{User: user}
	claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(life))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

func parse(raw string) (*Claims, error) {
	claims := new(Claims)
	if _, err := jwt.ParseWithClaims(raw, claims, keyfunc); err != nil {
		return nil, err
	}
	return claims, nil
}

// VulnerableCookie says by the cookie's name what it takes.
func VulnerableCookie(w http.ResponseWriter, r *http.Request) {
	cookie, err := r.Cookie("refresh_token")
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	claims, err := parse(cookie.Value) // want `the refresh token stays valid after its use \(a stolen copy works until exp\); revoke it and issue another \(jwtrefresh/not-rotated\)`
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	token, err := newAccessToken(claims.User)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	_ = json.NewEncoder(w).Encode(map[string]string{"token": token})
}

// VulnerableParameter says it by the name of its operand.
func VulnerableParameter(refreshToken string) (string, error) {
	claims := new(Claims)
	_, err := jwt.ParseWithClaims(refreshToken, claims, keyfunc) // want `\(jwtrefresh/not-rotated\)`
	if err != nil {
		return "", err
	}
	return newAccessToken(claims.User)
}

// VulnerableField says it by the field of the request.
func VulnerableField(w http.ResponseWriter, r *http.Request) {
	var body struct {
		RefreshToken string `json:"refresh_token"`
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, "no", http.StatusBadRequest)
		return
	}
	claims, err := parse(body.RefreshToken) // want `\(jwtrefresh/not-rotated\)`
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	fmt.Println("renewed for", claims.User)
	accessToken, err := generateToken(claims.User, time.Hour)
	if err != nil {
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	// The same one goes back: it has not been replaced.
	_ = json.NewEncoder(w).Encode(map[string]string{"access_token": accessToken, "refresh_token": body.RefreshToken})
}

// VulnerableClaim says it by what a claim has to be.
func VulnerableClaim(raw string) (string, error) {
	claims, err := parse(raw) // want `\(jwtrefresh/not-rotated\)`
	if err != nil {
		return "", err
	}
	if claims.Kind != "refresh" {
		return "", errors.New("not for this")
	}
	return newAccessToken(claims.User)
}

func parseRefresh(raw string) (*Claims, error) { return parse(raw) }

// VulnerableName says it by the name of the function that verifies, and issues a
// token by one whose name says no more than that.
func VulnerableName(raw string, users Users) (string, error) {
	claims, err := parseRefresh(raw) // want `\(jwtrefresh/not-rotated\)`
	if err != nil {
		return "", err
	}
	user, err := users.FindByName(claims.User)
	if err != nil {
		return "", err
	}
	return generateToken(user.Name, time.Hour)
}

// Users are kept elsewhere.
type Users interface {
	FindByName(name string) (*User, error)
	Save(*User) error
}

// User is one of them.
type User struct{ Name string }

// VulnerableLiteral verifies in a function without a name.
func VulnerableLiteral(refreshToken string) (string, error) {
	claims, err := func(raw string) (*Claims, error) { return parse(raw) }(refreshToken) // want `\(jwtrefresh/not-rotated\)`
	if err != nil {
		return "", err
	}
	return newAccessToken(claims.User)
}
