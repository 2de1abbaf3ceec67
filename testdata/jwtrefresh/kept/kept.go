// Package kept does something with the refresh tokens that it takes, or does not
// say that it takes any.
package kept

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

func key() []byte { return []byte(os.Getenv("KEPT_KEY")) }

func keyfunc(*jwt.Token) (any, error) { return key(), nil }

// Claims are those of either kind.
type Claims struct {
	User    string `json:"user"`
	Session string `json:"sid"`
	jwt.RegisteredClaims
}

func newAccessToken(user string) (string, error) {
	claims := Claims{User: user}
	claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(time.Hour))
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

func newRefreshToken(user string) (string, error) {
	claims := Claims{User: user}
	claims.ExpiresAt = jwt.NewNumericDate(time.Now().Add(720 * time.Hour))
	claims.ID = user + time.Now().String()
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key())
}

func issue(user string) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, Claims{User: user}).SignedString(key())
}

func parse(raw string) (*Claims, error) {
	claims := new(Claims)
	if _, err := jwt.ParseWithClaims(raw, claims, keyfunc); err != nil {
		return nil, err
	}
	return claims, nil
}

// FixedReplaced issues another refresh token.
func FixedReplaced(refreshToken string) (access, refresh string, err error) {
	claims, err := parse(refreshToken)
	if err != nil {
		return "", "", err
	}
	if access, err = newAccessToken(claims.User); err != nil {
		return "", "", err
	}
	refresh, err = newRefreshToken(claims.User)
	return access, refresh, err
}

// Store may strike tokens off.
type Store interface {
	Use(id string) error
	UserOf(session string) (string, error)
	Touch(user string) error
	Save(user *Row) error
	Load(user string) (*Row, error)
}

// Row is a record.
type Row struct{ Seen time.Time }

// FixedID hands the token's name to the store.
func FixedID(refreshToken string, store Store) (string, error) {
	claims, err := parse(refreshToken)
	if err != nil {
		return "", err
	}
	if err := store.Use(claims.ID); err != nil {
		return "", err
	}
	return newAccessToken(claims.User)
}

// FixedSession hands over a claim that may be a session's.
func FixedSession(refreshToken string, store Store) (string, error) {
	claims, err := parse(refreshToken)
	if err != nil {
		return "", err
	}
	user, err := store.UserOf(claims.Session)
	if err != nil {
		return "", err
	}
	return newAccessToken(user)
}

// FixedHash hands the hash of the token to a database.
func FixedHash(refreshToken string, db *sql.DB) (string, error) {
	claims, err := parse(refreshToken)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(refreshToken))
	if _, err := db.Exec("DELETE FROM tokens WHERE hash = ?", hex.EncodeToString(sum[:])); err != nil {
		return "", err
	}
	return newAccessToken(claims.User)
}

// FixedUser changes the record of the user, who may have a version in it.
func FixedUser(refreshToken string, store Store) (string, error) {
	claims, err := parse(refreshToken)
	if err != nil {
		return "", err
	}
	row, err := store.Load(claims.User)
	if err != nil {
		return "", err
	}
	row.Seen = time.Now()
	if err := store.Save(row); err != nil {
		return "", err
	}
	return newAccessToken(claims.User)
}

// FixedCaller is helped by the function that calls it.
func FixedCaller(refreshToken string, used map[string]bool) (string, error) {
	if used[refreshToken] {
		return "", errors.New("used before")
	}
	token, err := traded(refreshToken)
	used[refreshToken] = true
	return token, err
}

var seen = make(map[string]bool)

// FixedMap keeps a list of its own.
func FixedMap(refreshToken string) (string, error) {
	claims, err := parse(refreshToken)
	if err != nil || seen[claims.ID] {
		return "", errors.New("no")
	}
	seen[claims.ID] = true
	return newAccessToken(claims.User)
}

func traded(refreshToken string) (string, error) {
	claims, err := parse(refreshToken)
	if err != nil {
		return "", err
	}
	return newAccessToken(claims.User)
}

func dropSession(user string) error { return os.Remove(user) }

func revokeAll(user string) error { return dropSession(user) }

// FixedAll revokes whatever the user has.
func FixedAll(refreshToken string) (string, error) {
	claims, err := parse(refreshToken)
	if err != nil {
		return "", err
	}
	if err := revokeAll(claims.User); err != nil {
		return "", err
	}
	return newAccessToken(claims.User)
}

// Unnamed takes a token of which nothing says that it is one for refreshing.
func Unnamed(raw string) (string, error) {
	claims, err := parse(raw)
	if err != nil {
		return "", err
	}
	return newAccessToken(claims.User)
}

// UnknownIssue issues a token of which nothing says the kind.
func UnknownIssue(refreshToken string) (string, error) {
	claims, err := parse(refreshToken)
	if err != nil {
		return "", err
	}
	return issue(claims.User)
}

// Login issues before anything is verified.
func Login(user, refreshToken string) (string, error) {
	token, err := newAccessToken(user)
	if err != nil {
		return "", err
	}
	_, err = parse(refreshToken)
	return token, err
}

// RefreshRequest may have any token in it.
type RefreshRequest struct{ Token string }

// Sliding takes an access token for another: that the request is one to refresh
// says nothing of the token.
func Sliding(refreshReq RefreshRequest) (string, error) {
	claims, err := parse(refreshReq.Token)
	if err != nil {
		return "", err
	}
	return newAccessToken(claims.User)
}
