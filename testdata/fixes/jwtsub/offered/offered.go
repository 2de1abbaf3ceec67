// Package offered refuses callers and goes on.
package offered

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
	"github.com/labstack/echo/v4"
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

// cancel lacks the return, behind a comment.
func (o *orders) cancel(w http.ResponseWriter, r *http.Request) {
	caller, err := o.caller(r)
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	id := r.PathValue("id") // want "jwtsub/ineffective"
	order := o.all[id]
	if order == nil || order.OwnerID != caller {
		http.Error(w, "not your order", http.StatusForbidden)
		// The client shows the text.
	}
	delete(o.all, id)
}

// literal is a handler inside a function that returns something.
func (o *orders) literal() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		caller, err := o.caller(r)
		if err != nil {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		id := r.PathValue("id") // want "jwtsub/ineffective"
		order := o.all[id]
		if order.OwnerID != caller {
			w.WriteHeader(http.StatusNotFound)
		}
		delete(o.all, id)
	}
}

// echoed answers with a function whose error it would return.
func (o *orders) echoed(c echo.Context) error {
	caller, err := o.caller(c.Request())
	if err != nil {
		return c.NoContent(http.StatusUnauthorized)
	}
	id := c.Param("id") // want "jwtsub/ineffective"
	if o.all[id].OwnerID != caller {
		c.String(http.StatusForbidden, "not your order")
	}
	delete(o.all, id)
	return c.NoContent(http.StatusNoContent)
}

func (o *orders) routes(mux *http.ServeMux, e *echo.Echo) {
	mux.HandleFunc("DELETE /orders/{id}", o.cancel)
	mux.HandleFunc("DELETE /literal/{id}", o.literal())
	e.DELETE("/echoed/:id", o.echoed)
}
