// Package answer writes answers for others.
package answer

import (
	"encoding/json"
	"net/http"
)

// Unauthorized logs nothing.
func Unauthorized(w http.ResponseWriter, r *http.Request, err error) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(http.StatusUnauthorized)
	_ = json.NewEncoder(w).Encode(map[string]string{"error": err.Error(), "path": r.URL.Path})
}
