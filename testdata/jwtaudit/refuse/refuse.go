// Package refuse turns tokens away and tells nobody.
package refuse

import (
	"encoding/json"
	"net/http"
	"os"
	"slices"

	"github.com/golang-jwt/jwt/v5"
)

var hs256 = jwt.WithValidMethods([]string{"HS256"})

func key(*jwt.Token) (any, error) { return []byte(os.Getenv("DESK_KEY")), nil }

// Claims have a customer beside the usual ones.
type Claims struct {
	Customer string `json:"account_id"`
	jwt.RegisteredClaims
}

// VulnerableMiddleware answers, and that is all.
func VulnerableMiddleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256) // want `a forged token is refused and nothing is logged \(nobody learns of attempts\); log the refusal \(jwtaudit/silent\)`
		if err != nil || !token.Valid {
			http.Error(w, "who are you", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// VulnerableElse refuses in the other branch, where no error was looked at.
func VulnerableElse(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token, _ := jwt.Parse(r.Header.Get("Authorization"), key, hs256) // want `\(jwtaudit/silent\)`
		if token != nil && token.Valid {
			next(w, r)
		} else {
			w.WriteHeader(http.StatusForbidden)
			_ = json.NewEncoder(w).Encode(map[string]string{"error": "no"})
		}
	}
}

// VulnerableNested tells old tokens from forged ones, to the client only.
func VulnerableNested(w http.ResponseWriter, r *http.Request) {
	_, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256) // want `\(jwtaudit/silent\)`
	if err != nil {
		message := "who are you"
		if r.Method == http.MethodPost {
			message = "log in first"
		}
		unauthorized(w, message)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// unauthorized answers and logs nothing.
func unauthorized(w http.ResponseWriter, message string) {
	w.WriteHeader(http.StatusUnauthorized)
	_, _ = w.Write([]byte(message))
}

// VulnerableClaims compares what the token says in silence; that it does not
// verify is the caller's to log.
func VulnerableClaims(w http.ResponseWriter, r *http.Request, claims *Claims) {
	if claims.Issuer != "https://login.example.com" { // want `another iss is refused and nothing is logged.*\(jwtaudit/silent\)`
		http.Error(w, "another issuer", http.StatusForbidden)
		return
	}
	if !slices.Contains(claims.Audience, "desk") { // want `another aud is refused`
		http.Error(w, "another audience", http.StatusForbidden)
		return
	}
	if claims.Subject != r.PathValue("user") { // want `another sub is refused`
		http.Error(w, "another user", http.StatusForbidden)
		return
	}
	if r.PathValue("account") != claims.Customer { // want `another account_id is refused`
		http.NotFound(w, r)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// verify hands the error on.
func verify(r *http.Request) (*Claims, error) {
	claims := &Claims{}
	if _, err := jwt.ParseWithClaims(r.Header.Get("Authorization"), claims, key, hs256); err != nil {
		return nil, err
	}
	return claims, nil
}

// VulnerableCaller keeps the error of another function to itself.
func VulnerableCaller(w http.ResponseWriter, r *http.Request) {
	claims, err := verify(r) // want `a forged token is refused`
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(claims.Subject))
}

// valid says no more than yes or no.
func valid(raw string) bool {
	_, err := jwt.Parse(raw, key, hs256)
	return err == nil
}

// VulnerableBool asks it.
func VulnerableBool(w http.ResponseWriter, r *http.Request) {
	if !valid(r.Header.Get("Authorization")) { // want `a forged token is refused`
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// VulnerableRedirect sends the forger to the login page.
func VulnerableRedirect(w http.ResponseWriter, r *http.Request) {
	if _, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256); err != nil { // want `a forged token is refused`
		http.Redirect(w, r, "/login", http.StatusFound)
		return
	}
	w.WriteHeader(http.StatusOK)
}
