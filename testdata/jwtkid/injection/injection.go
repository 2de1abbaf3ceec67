// Package injection puts the kid of a token where a name of the program's own
// belongs: in the name of a file, a query, a command or an address.
package injection

import (
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/golang-jwt/jwt/v5"
)

var errNoKid = errors.New("no kid")

func parse(raw string, keyfunc jwt.Keyfunc) error {
	_, err := jwt.Parse(raw, keyfunc, jwt.WithValidMethods([]string{"HS256"}))
	return err
}

// VulnerableFile opens whatever file the kid names.
func VulnerableFile(raw, dir string) error {
	return parse(raw, func(t *jwt.Token) (any, error) {
		kid, ok := t.Header["kid"].(string)
		if !ok || kid == "" {
			return nil, errNoKid
		}
		return os.ReadFile(filepath.Join(dir, kid)) // want `the token's kid names a file \(the sender picks one whose content they know\); look it up in a map of trusted keys \(jwtkid/injection\)`
	})
}

// VulnerableQuery lets the kid write SQL.
func VulnerableQuery(raw string, db *sql.DB) error {
	return parse(raw, func(t *jwt.Token) (any, error) {
		var key []byte
		query := fmt.Sprintf("SELECT secret FROM keys WHERE kid = '%s'", t.Header["kid"])
		err := db.QueryRow(query).Scan(&key) // want `the token's kid is part of a query's text .*\(jwtkid/injection\)`
		return key, err
	})
}

// VulnerableCommand lets the kid choose what a shell runs.
func VulnerableCommand(raw string) error {
	return parse(raw, func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		return exec.Command("sh", "-c", "keytool --show "+kid).Output() // want `the token's kid is part of a command .*\(jwtkid/injection\)`
	})
}

// VulnerableAddress asks a host that the kid may name.
func VulnerableAddress(raw string) error {
	return parse(raw, func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		answer, err := http.Get("https://keys.example.com" + kid) // want `the token's kid is part of an address .*\(jwtkid/injection\)`
		if err != nil {
			return nil, err
		}
		defer answer.Body.Close()
		return io.ReadAll(answer.Body)
	})
}

// store keeps keys in a folder.
type store struct{ dir string }

func (s store) read(name string) ([]byte, error) {
	return os.ReadFile(s.dir + "/" + name)
}

// VulnerableStore does so in a helper.
func VulnerableStore(raw string, s store) error {
	return parse(raw, func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		return s.read(kid) // want `the token's kid names a file .*\(jwtkid/injection\)`
	})
}

// Corrected knows its keys.
func Corrected(raw string, keys map[string][]byte) error {
	return parse(raw, func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		if key, ok := keys[kid]; ok {
			return key, nil
		}
		return nil, errNoKid
	})
}
