// Package chambers keeps the files of several law firms, those of each in a
// schema of its own, or behind the policies of the tables.
package chambers

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type contextKey string

type claims struct {
	Firm string `json:"firm"`
	jwt.RegisteredClaims
}

// Chambers has the files.
type Chambers struct {
	db  *sql.DB
	key []byte
}

// known verifies the token, and says which firm calls.
func (c *Chambers) known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var mine claims
		_, err := jwt.ParseWithClaims(strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "), &mine,
			func(*jwt.Token) (any, error) { return c.key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		if err != nil {
			http.Error(w, "no token", http.StatusUnauthorized)
			return
		}
		ctx := context.WithValue(r.Context(), contextKey("firm"), mine.Firm)
		next.ServeHTTP(w, r.WithContext(context.WithValue(ctx, contextKey("lawyer"), mine.Subject)))
	})
}

func firm(ctx context.Context) (string, error) {
	name, ok := ctx.Value(contextKey("firm")).(string)
	if !ok {
		return "", errors.New("no firm")
	}
	return name, nil
}

// within begins what only sees the schema of the firm that calls.
func (c *Chambers) within(ctx context.Context) (*sql.Tx, error) {
	name, err := firm(ctx)
	if err != nil {
		return nil, err
	}
	tx, err := c.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("SET search_path = '%s'", name)); err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	return tx, nil
}

// guarded begins what the policies of the tables hide other firms' rows from.
func (c *Chambers) guarded(ctx context.Context) (*sql.Tx, error) {
	name, err := firm(ctx)
	if err != nil {
		return nil, err
	}
	tx, err := c.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	return tx, confine(ctx, tx, name)
}

func confine(ctx context.Context, tx *sql.Tx, to string) error {
	_, err := tx.ExecContext(ctx, "SELECT set_config('app.firm', $1, true)", to)
	return err
}

// hasty begins what gives up soon, whoever calls.
func (c *Chambers) hasty(ctx context.Context) (*sql.Tx, error) {
	name, err := firm(ctx)
	if err != nil {
		return nil, err
	}
	tx, err := c.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	_, err = tx.ExecContext(ctx, "SET statement_timeout = "+patience(name))
	return tx, err
}

func patience(name string) string { return fmt.Sprint(len(name)) }

// common begins what everybody sees.
func (c *Chambers) common(ctx context.Context) (*sql.Tx, error) {
	tx, err := c.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	_, err = tx.ExecContext(ctx, "SET search_path = 'public'")
	return tx, err
}
