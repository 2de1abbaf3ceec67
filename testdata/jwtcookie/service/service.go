// Package service makes cookies behind interfaces of its own.
package service

import (
	"net/http"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Doorman makes what a visitor carries.
type Doorman interface {
	Enter(name string) (*http.Cookie, error)
	Leave() *http.Cookie
}

type doorman struct{ house string }

// NewDoorman is the only one there is.
func NewDoorman(house string) Doorman { return &doorman{house} }

func (d *doorman) Enter(name string) (*http.Cookie, error) {
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": name, "iss": d.house}).SignedString([]byte(os.Getenv("LEDGER_KEY")))
	if err != nil {
		return nil, err
	}
	return &http.Cookie{Name: "pass", Value: token, HttpOnly: true, Expires: time.Now().Add(time.Hour)}, nil
}

func (d *doorman) Leave() *http.Cookie { return &http.Cookie{Name: "pass", MaxAge: -1} }

// mockDoorman stands in for him.
type mockDoorman struct{}

func (mockDoorman) Enter(string) (*http.Cookie, error) { return new(http.Cookie), nil }

func (mockDoorman) Leave() *http.Cookie { return new(http.Cookie) }

// Desk lets people in and out.
type Desk struct{ Doorman Doorman }

// In hands the cookie out as it comes.
func (d Desk) In(w http.ResponseWriter, r *http.Request) {
	pass, err := d.Doorman.Enter(r.FormValue("name"))
	if err != nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	http.SetCookie(w, pass) // want `the token in the cookie pass has no Secure .*\(jwtcookie/secure\)` `the token in the cookie pass has no SameSite .*\(jwtcookie/samesite\)`
}

// Out takes it away.
func (d Desk) Out(w http.ResponseWriter, _ *http.Request) { http.SetCookie(w, d.Doorman.Leave()) }

// Porter has two trades: which one is at work is not in view.
type Porter interface {
	Carry(name string) *http.Cookie
}

type careless struct{ doorman }

func (c *careless) Carry(name string) *http.Cookie {
	pass, err := c.Enter(name)
	if err != nil {
		return nil
	}
	return pass
}

type careful struct{ doorman }

func (c *careful) Carry(name string) *http.Cookie {
	pass, err := c.Enter(name)
	if err != nil {
		return nil
	}
	pass.Secure, pass.SameSite = true, http.SameSiteLaxMode
	return pass
}

// Porters are both of them.
func Porters(house string) []Porter {
	return []Porter{&careless{doorman{house}}, &careful{doorman{house}}}
}

// Hall has one of them.
func Hall(w http.ResponseWriter, p Porter) { http.SetCookie(w, p.Carry("ada")) }
