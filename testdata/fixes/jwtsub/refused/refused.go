// Package refused has findings without a fix; each says why.
package refused

import (
	"log"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

type order struct{ ID, OwnerID string }

type orders struct {
	key []byte
	all map[string]*order
}

func (o *orders) caller(r *http.Request) (string, error) {
	var c jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), &c, func(*jwt.Token) (any, error) { return o.key, nil },
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithAudience("orders"), jwt.WithIssuer("https://login.example"))
	return c.Subject, err
}

// It comes too late: a return would not help.
func (o *orders) late(w http.ResponseWriter, r *http.Request) {
	caller, err := o.caller(r)
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	id := r.PathValue("id") // want "jwtsub/ineffective"
	order := o.all[id]
	delete(o.all, id)
	if order.OwnerID != caller {
		http.Error(w, "not your order", http.StatusForbidden)
	}
}

// Nothing says that the caller was to be refused.
func (o *orders) logged(w http.ResponseWriter, r *http.Request) {
	caller, err := o.caller(r)
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	id := r.PathValue("id") // want "jwtsub/ineffective"
	order := o.all[id]
	if order.OwnerID != caller {
		log.Print("somebody else's order")
	}
	delete(o.all, id)
}

// The answer is not a refusal.
func (o *orders) fine(w http.ResponseWriter, r *http.Request) {
	caller, err := o.caller(r)
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	id := r.PathValue("id") // want "jwtsub/ineffective"
	order := o.all[id]
	if order.OwnerID != caller {
		w.WriteHeader(http.StatusAccepted)
	}
	delete(o.all, id)
}

// Something follows the answer.
func (o *orders) after(w http.ResponseWriter, r *http.Request) {
	caller, err := o.caller(r)
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	id := r.PathValue("id") // want "jwtsub/ineffective"
	order := o.all[id]
	if order.OwnerID != caller {
		http.Error(w, "not your order", http.StatusForbidden)
		log.Print("refused")
		order.ID = ""
	}
	delete(o.all, id)
}

// Two branches do it.
func (o *orders) twice(w http.ResponseWriter, r *http.Request) {
	caller, err := o.caller(r)
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	id := r.PathValue("id") // want "jwtsub/ineffective"
	order := o.all[id]
	if order.OwnerID != caller {
		http.Error(w, "not your order", http.StatusForbidden)
	}
	if caller != order.OwnerID {
		http.Error(w, "really", http.StatusForbidden)
	}
	delete(o.all, id)
}

// There is another branch, in which nothing is missing.
func (o *orders) other(w http.ResponseWriter, r *http.Request) {
	caller, err := o.caller(r)
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	id := r.PathValue("id") // want "jwtsub/ineffective"
	order := o.all[id]
	if order.OwnerID != caller {
		http.Error(w, "not your order", http.StatusForbidden)
	} else {
		log.Print("cancelled")
	}
	delete(o.all, id)
}

func (o *orders) routes(mux *http.ServeMux) {
	mux.HandleFunc("DELETE /late/{id}", o.late)
	mux.HandleFunc("DELETE /logged/{id}", o.logged)
	mux.HandleFunc("DELETE /fine/{id}", o.fine)
	mux.HandleFunc("DELETE /after/{id}", o.after)
	mux.HandleFunc("DELETE /twice/{id}", o.twice)
	mux.HandleFunc("DELETE /other/{id}", o.other)
}
