package dropped

import (
	"context"
	"fmt"
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// gate lets the request through as it came: stamps are for all, and burnOwn
// sees for itself.
func (o *office) gate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := o.parser.Parse(bearer(r), o.keyfunc); err != nil {
			refuse(w)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (o *office) stamps(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "1.00") }

func (o *office) burnOwn(w http.ResponseWriter, r *http.Request) {
	token, err := o.parser.Parse(bearer(r), o.keyfunc)
	if err != nil {
		refuse(w)
		return
	}
	user, err := token.Claims.GetSubject()
	if err != nil {
		refuse(w)
		return
	}
	id := r.PathValue("id")
	if l, ok := o.letters[id]; !ok || l.owner != user {
		http.NotFound(w, r)
		return
	}
	delete(o.letters, id)
	w.WriteHeader(http.StatusNoContent)
}

// identified hands on the request that knows the user.
func (o *office) identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var claims jwt.RegisteredClaims
		if _, err := o.parser.ParseWithClaims(bearer(r), &claims, o.keyfunc); err != nil {
			refuse(w)
			return
		}
		r = r.WithContext(context.WithValue(r.Context(), userKey, claims.Subject))
		next.ServeHTTP(w, r)
	})
}

// both puts the second value upon the first.
func (o *office) both(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims := jwt.MapClaims{}
		if _, err := o.parser.ParseWithClaims(bearer(r), claims, o.keyfunc); err != nil {
			refuse(w)
			return
		}
		ctx := context.WithValue(r.Context(), userKey, claims["sub"])
		if role, ok := claims["role"]; ok {
			ctx = context.WithValue(ctx, roleKey, role)
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// own finds a letter of the caller's.
func (o *office) own(r *http.Request) (*letter, bool) {
	user, _ := r.Context().Value(userKey).(string)
	l, ok := o.letters[r.PathValue("id")]
	if !ok || l.owner != user {
		return nil, false
	}
	return l, true
}

func (o *office) readOwn(w http.ResponseWriter, r *http.Request) {
	l, ok := o.own(r)
	if !ok {
		http.NotFound(w, r)
		return
	}
	fmt.Fprintln(w, l.text)
}

func (o *office) overwriteOwn(w http.ResponseWriter, r *http.Request) {
	l, ok := o.own(r)
	if !ok {
		http.NotFound(w, r)
		return
	}
	l.text = "overwritten"
	w.WriteHeader(http.StatusNoContent)
}
