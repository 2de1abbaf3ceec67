// Package lab is a handler that a claim can panic, and its corrected twin.
package lab

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

func claims(r *http.Request, key []byte) (jwt.MapClaims, error) {
	raw := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	token, err := jwt.Parse(raw, func(*jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	if err != nil {
		return nil, err
	}
	return token.Claims.(jwt.MapClaims), nil
}

// Vulnerable tells users their number.
func Vulnerable(key []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c, err := claims(r, key)
		if err != nil {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		id := c["uid"].(float64) // want `claim uid is taken for float64`
		_, _ = w.Write([]byte(strconv.Itoa(int(id))))
	}
}
