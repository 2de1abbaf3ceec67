// Package ignored uses claims although their verification has failed.
package ignored

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

var hs256 = jwt.WithValidMethods([]string{"HS256"})

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

type session struct{}

// store stands for a database.
type store interface {
	Load(ctx context.Context, user string) (string, error)
}

// Vulnerable drops the error and tells the caller that all is well.
func Vulnerable(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	_, _ = jwt.ParseWithClaims(raw, claims, key, hs256) // want `the error of jwt.ParseWithClaims is dropped.*\(jwtverify/ignored-error\)`
	return claims.Subject, nil
}

// VulnerableMap asserts the claims, not their validity.
func VulnerableMap(raw string) (string, error) {
	token, _ := jwt.Parse(raw, key, hs256) // want `\(jwtverify/ignored-error\)`
	claims, ok := token.Claims.(jwt.MapClaims)
	if !ok {
		return "", errors.New("no claims")
	}
	return fmt.Sprint(claims["sub"]), nil
}

// VulnerableLogged only writes the error down.
func VulnerableLogged(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	if _, err := jwt.ParseWithClaims(raw, claims, key, hs256); err != nil { // want `the claims are used although jwt.ParseWithClaims has failed.*\(jwtverify/ignored-error\)`
		log.Println("bad token:", err)
	}
	return claims.Subject, nil
}

// VulnerableOverwritten looks at another error.
func VulnerableOverwritten(ctx context.Context, db store, raw string) (string, error) {
	claims := jwt.MapClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, key, hs256) // want `\(jwtverify/ignored-error\)`
	user, err := db.Load(ctx, claims["sub"].(string))
	if err != nil {
		return "", err
	}
	return user, nil
}

// VulnerableContext tells the handlers behind it who the forger says he is.
func VulnerableContext(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		_, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), &claims, key, hs256) // want `\(jwtverify/ignored-error\)`
		if err != nil && errors.Is(err, jwt.ErrTokenMalformed) {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), session{}, claims.Subject)))
	})
}

// parse hands back the claims beside the error, as it is.
func parse(raw string) (*jwt.RegisteredClaims, error) {
	claims := &jwt.RegisteredClaims{}
	_, err := jwt.ParseWithClaims(raw, claims, key, hs256)
	return claims, err
}

// VulnerableCaller does not look at it.
func VulnerableCaller(ctx context.Context, db store, raw string) (string, error) {
	claims, _ := parse(raw) // want `the error of ignored.parse is dropped.*\(jwtverify/ignored-error\)`
	return db.Load(ctx, claims.Subject)
}

// VulnerableRenewed puts the forger's claims into a token of its own.
func VulnerableRenewed(raw string) (string, error) {
	token, err := jwt.Parse(raw, key, hs256) // want `\(jwtverify/ignored-error\)`
	if err != nil {
		log.Print(err)
	}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, token.Claims).SignedString([]byte(os.Getenv("DESK_KEY")))
}

// VulnerableTested looks at what the token says, and finds nothing wrong with that.
func VulnerableTested(raw string) error {
	token, _ := jwt.Parse(raw, key, hs256) // want `\(jwtverify/ignored-error\)`
	if token == nil {
		return errors.New("no token")
	}
	if role := token.Claims.(jwt.MapClaims)["role"]; role != "admin" {
		return errors.New("not for you")
	}
	return nil
}

// VulnerableHalf asks whether the token is valid, and takes no for no answer.
func VulnerableHalf(raw string) (string, error) {
	claims := &jwt.RegisteredClaims{}
	token, _ := jwt.ParseWithClaims(raw, claims, key, hs256) // want `\(jwtverify/ignored-error\)`
	if token == nil || !token.Valid && claims.ExpiresAt == nil {
		return "", errors.New("no token")
	}
	return claims.Subject, nil
}
