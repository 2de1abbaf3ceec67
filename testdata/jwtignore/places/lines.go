package places

import (
	"net/http"

	"github.com/golang-jwt/jwt/v5"
)

// A statement of several lines is one thing, from its first line or its last.
func Spread(raw, other string) (*jwt.Token, error) {
	//jwtvet:ignore jwtaud the gateway looks at it
	first, err := jwt.NewParser(methods, issuer).
		Parse(raw, key)
	if err != nil {
		return first, err
	}
	if _, err := jwt.Parse( //jwtvet:ignore jwtaud the gateway looks at it
		other,
		key, methods, issuer,
	); err != nil {
		return nil, err
	}
	return jwt.Parse(other, func(*jwt.Token) (any, error) {
		return key(nil)
	}, methods, issuer) //jwtvet:ignore jwtaud the gateway looks at it
}

// A comment above a statement is not about the functions in it.
func Handlers(mux *http.ServeMux) {
	//jwtvet:ignore jwtaud,jwtignore/unused the gateway looks at it
	mux.HandleFunc("/first", func(w http.ResponseWriter, r *http.Request) {
		if _, err := jwt.Parse(r.Header.Get("Token"), key, methods, issuer); err != nil { // want `\(jwtaud/missing\)`
			w.WriteHeader(http.StatusUnauthorized)
		}
	})
	mux.HandleFunc("/second", func(w http.ResponseWriter, r *http.Request) {
		//jwtvet:ignore jwtaud the gateway looks at it
		if _, err := jwt.Parse(r.Header.Get("Token"), key, methods, issuer); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
		}
	})
}

// The comment of a variable that holds a function is about the function.
//
//jwtvet:ignore jwtaud the gateway looks at it
var read = func(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, key, methods, issuer)
}

// Text in a string is no comment.
func Text(raw string) (*jwt.Token, error) {
	raw += `
//jwtvet:ignore jwtaud the gateway looks at it`
	return jwt.Parse(raw, key, methods, issuer) // want `\(jwtaud/missing\)`
}
