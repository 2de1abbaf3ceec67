package refuse

import (
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

// Logged says so.
func Logged(w http.ResponseWriter, r *http.Request) {
	if _, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256); err != nil {
		slog.Warn("token refused", "remote", r.RemoteAddr, "err", err)
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// LoggedBefore writes down how every verification has ended.
func LoggedBefore(w http.ResponseWriter, r *http.Request) {
	_, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256)
	log.Printf("token of %s: %v", r.RemoteAddr, err)
	if err != nil {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// LoggedLater writes down how it has answered.
func LoggedLater(w http.ResponseWriter, r *http.Request) {
	status := http.StatusOK
	defer func() { log.Println(r.URL, status) }()
	if _, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256); err != nil {
		status = http.StatusUnauthorized
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// LoggedInside verifies with a function that logs.
func LoggedInside(w http.ResponseWriter, r *http.Request) {
	if !checked(r.Header.Get("Authorization")) {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

func checked(raw string) bool {
	if _, err := jwt.Parse(raw, key, hs256); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return false
	}
	return true
}

// LoggedByHelper answers with a function that logs, two calls down.
func LoggedByHelper(w http.ResponseWriter, r *http.Request) {
	if _, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256); err != nil {
		refuse(w, "who are you")
		return
	}
	w.WriteHeader(http.StatusOK)
}

func refuse(w http.ResponseWriter, message string) { answer(w, http.StatusUnauthorized, message) }

func answer(w http.ResponseWriter, status int, message string) {
	log.Println(status, message)
	http.Error(w, message, status)
}

// Counters count.
type Counters interface{ Inc(name string) }

// Guard has what it needs.
type Guard struct {
	metrics Counters
	onError func(w http.ResponseWriter, r *http.Request, err error)
}

// Counted counts refusals: that an interface's method returns nothing says that
// it is called for what it does.
func (g *Guard) Counted(w http.ResponseWriter, r *http.Request) {
	if _, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256); err != nil {
		g.metrics.Inc("refused")
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// Configured leaves the answer to whoever has set it up.
func (g *Guard) Configured(w http.ResponseWriter, r *http.Request) {
	if _, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256); err != nil {
		g.onError(w, r, err)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// Missing asks only whether there is a token, and hands the error on.
func Missing(w http.ResponseWriter, r *http.Request) error {
	raw := r.Header.Get("Authorization")
	if raw == "" {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return nil
	}
	if _, err := jwt.Parse(raw, key, hs256); err != nil {
		return fmt.Errorf("token: %w", err)
	}
	return nil
}

// Expired answers old tokens itself; what is forged is logged.
func Expired(w http.ResponseWriter, r *http.Request) {
	_, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256)
	if errors.Is(err, jwt.ErrTokenExpired) {
		http.Error(w, "log in again", http.StatusUnauthorized)
		return
	}
	if err != nil {
		log.Print(err)
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// Other errors are no mismatch, nor is a claim that is missing or of another kind.
func Other(w http.ResponseWriter, r *http.Request, claims *Claims) {
	name, err := os.Hostname()
	if err != nil {
		http.Error(w, name, http.StatusInternalServerError)
		return
	}
	if claims.Subject == "" {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	if claims.ID != name {
		http.Error(w, "another token", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// Optional goes on without a token.
func Optional(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256); err != nil {
			w.Header().Set("X-Anonymous", "yes")
		}
		next.ServeHTTP(w, r)
	})
}

// Panics leaves it to what recovers.
func Panics(w http.ResponseWriter, r *http.Request) {
	if _, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		panic(err)
	}
	w.WriteHeader(http.StatusOK)
}

// Tool answers no request.
func Tool(raw string) int {
	if _, err := jwt.Parse(raw, key, hs256); err != nil {
		return http.StatusUnauthorized
	}
	return http.StatusOK
}
