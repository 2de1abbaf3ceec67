package lab

import (
	"net/http"
	"strconv"
)

// Corrected refuses a token without a number.
func Corrected(key []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c, err := claims(r, key)
		if err != nil {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		id, ok := c["uid"].(float64)
		if !ok {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		_, _ = w.Write([]byte(strconv.Itoa(int(id))))
	}
}
