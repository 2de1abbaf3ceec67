// Package store reads keys from a folder, for others.
package store

import (
	"errors"
	"os"
	"path/filepath"
)

var errName = errors.New("not a name of a key")

// Open reads the key of that name, whatever the name is.
func Open(dir, name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(dir, name))
}

// OpenLocal refuses names that lead out of the folder.
func OpenLocal(dir, name string) ([]byte, error) {
	if !filepath.IsLocal(name) {
		return nil, errName
	}
	return os.ReadFile(filepath.Join(dir, name))
}
