// Package session takes and gives away tokens of the package mint.
package session

import (
	"encoding/json"
	"io"
	"net/http"

	"example.com/fixtures/jwtrefresh/session/mint"
)

func VulnerableRenew(raw string) (string, error) {
	claims, err := mint.ParseRefresh(raw) // want `\(jwtrefresh/not-rotated\)`
	if err != nil {
		return "", err
	}
	return mint.NewAccess(claims.Subject)
}

func FixedRenew(raw string) (access, refresh string, err error) {
	claims, err := mint.ParseRefresh(raw)
	if err != nil {
		return "", "", err
	}
	if access, err = mint.NewAccess(claims.Subject); err != nil {
		return "", "", err
	}
	refresh, err = mint.NewRefresh(claims.Subject)
	return access, refresh, err
}

func FixedOnce(raw string) (string, error) {
	claims, err := mint.ParseOnce(raw)
	if err != nil {
		return "", err
	}
	return mint.NewAccess(claims.Subject)
}

func VulnerableLogin(w http.ResponseWriter, _ *http.Request) {
	token, err := mint.NewRefresh("me") // want `\(jwtrefresh/unbound\)`
	if err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(token)
}

func FixedLogin(w http.ResponseWriter, file io.StringWriter) {
	token, err := mint.NewRefresh("me")
	if err != nil {
		return
	}
	if _, err := file.WriteString(token); err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(token)
}

// Users are kept elsewhere.
type Users interface {
	Find(id string) (string, error)
}

func VulnerableUser(raw string, users Users) (string, error) {
	id, err := mint.UserOf(raw) // want `\(jwtrefresh/not-rotated\)`
	if err != nil {
		return "", err
	}
	name, err := users.Find(id)
	if err != nil {
		return "", err
	}
	return mint.NewAccess(name)
}

func FixedID(raw string, users Users) (string, error) {
	id, err := mint.IDOf(raw)
	if err != nil {
		return "", err
	}
	name, err := users.Find(id)
	if err != nil {
		return "", err
	}
	return mint.NewAccess(name)
}

func VulnerableResponse(w http.ResponseWriter, _ *http.Request) {
	token, err := mint.NewRefresh("me") // want `\(jwtrefresh/unbound\)`
	if err != nil {
		return
	}
	_ = json.NewEncoder(w).Encode(mint.NewResponse(token))
}
