package shapes

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"log"
	"net/http"
	"sync/atomic"

	"github.com/golang-jwt/jwt/v5"
)

// trail writes to whatever it is given.
type trail struct{ out io.Writer }

func (t *trail) denied(who string) { fmt.Fprintf(t.out, "denied %s\n", who) }

// desk has several places where refusals end.
type desk struct {
	trail   *trail
	refused atomic.Int64
	queue   chan string
	db      *sql.DB
	warn    func(string, ...any)
	lg      interface{ Warnf(string, ...any) }
}

func genuine(r *http.Request) bool {
	_, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256)
	return err == nil
}

// Trail has a writer of its own.
func (d *desk) Trail(w http.ResponseWriter, r *http.Request) {
	if !genuine(r) {
		d.trail.denied(r.RemoteAddr)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// Counts refusals.
func (d *desk) Counts(w http.ResponseWriter, r *http.Request) {
	if !genuine(r) {
		d.refused.Add(1)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// Sends them to somebody else.
func (d *desk) Sends(w http.ResponseWriter, r *http.Request) {
	if !genuine(r) {
		d.queue <- r.RemoteAddr
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// Keeps them in a table.
func (d *desk) Keeps(w http.ResponseWriter, r *http.Request) {
	if !genuine(r) {
		_, _ = d.db.Exec("INSERT INTO refused (addr) VALUES (?)", r.RemoteAddr)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// Background logs in its own time.
func (d *desk) Background(w http.ResponseWriter, r *http.Request) {
	if !genuine(r) {
		go log.Println("refused", r.RemoteAddr)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// Given has been given what logs.
func (d *desk) Given(w http.ResponseWriter, r *http.Request) {
	if !genuine(r) {
		d.warn("refused %s", r.RemoteAddr)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if _, err := jwt.Parse(r.Header.Get("X-Second"), key, hs256); err != nil {
		d.lg.Warnf("refused %s", r.RemoteAddr)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// Twice asks again where the error has been logged already.
func Twice(w http.ResponseWriter, r *http.Request) {
	token, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256)
	if err != nil {
		log.Print(err)
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	if !token.Valid {
		http.Error(w, "who are you", http.StatusUnauthorized)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// Same refuses those who act on themselves: that is no mismatch.
func Same(w http.ResponseWriter, r *http.Request, claims *jwt.RegisteredClaims) {
	if claims.Subject == r.PathValue("user") {
		http.Error(w, "not yourself", http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusOK)
}

type account struct{ plan string }

type loader interface {
	Load(ctx context.Context, name string) (account, error)
}

// Loaded compares what was loaded by a claim with something else than whose it is.
func Loaded(w http.ResponseWriter, r *http.Request, claims *jwt.RegisteredClaims, users loader) {
	u, err := users.Load(context.Background(), claims.Subject)
	if err != nil {
		http.Error(w, "not now", http.StatusInternalServerError)
		return
	}
	if u.plan != r.PathValue("plan") {
		http.Error(w, "another plan", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// Broken answers that the program has failed: that is no refusal.
func Broken(w http.ResponseWriter, r *http.Request) {
	if _, err := jwt.Parse(r.Header.Get("Authorization"), key, hs256); err != nil {
		http.Error(w, "not now", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusOK)
}
