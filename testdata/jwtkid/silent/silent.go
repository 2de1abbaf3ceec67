// Package silent uses the kid in ways that leave the choice with the program.
package silent

import (
	"database/sql"
	"errors"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

var (
	errKid  = errors.New("no such key")
	pattern = regexp.MustCompile(`^[a-z0-9]{8}$`)
)

// Parameter hands the kid over beside the query's text.
func Parameter(db *sql.DB) jwt.Keyfunc {
	return func(t *jwt.Token) (any, error) {
		var key []byte
		err := db.QueryRow("SELECT secret FROM keys WHERE kid = $1", t.Header["kid"]).Scan(&key)
		return key, err
	}
}

// Pattern lets through what cannot leave the folder.
func Pattern(dir string) jwt.Keyfunc {
	return func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		if !pattern.MatchString(kid) {
			return nil, errKid
		}
		return os.ReadFile(filepath.Join(dir, kid))
	}
}

// Listed knows the names.
func Listed(dir string, known []string) jwt.Keyfunc {
	return func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		if !slices.Contains(known, kid) {
			return nil, errKid
		}
		return os.ReadFile(filepath.Join(dir, kid))
	}
}

// Local asks the standard library.
func Local(dir string) jwt.Keyfunc {
	return func(t *jwt.Token) (any, error) {
		kid, _ := t.Header["kid"].(string)
		if err := local(kid); err != nil {
			return nil, err
		}
		return os.ReadFile(dir + kid)
	}
}

func local(name string) error {
	if !filepath.IsLocal(name) || strings.Contains(name, "/") {
		return errKid
	}
	return nil
}

// Switch picks a file by a name that it knows.
func Switch() jwt.Keyfunc {
	return func(t *jwt.Token) (any, error) {
		name := ""
		switch t.Header["kid"] {
		case "old":
			name = "old.key"
		case "new":
			name = "new.key"
		}
		return os.ReadFile(name)
	}
}

// Logged shows the kid.
func Logged(key []byte) jwt.Keyfunc {
	return func(t *jwt.Token) (any, error) {
		log.Println("token signed with", t.Header["kid"])
		return key, nil
	}
}
