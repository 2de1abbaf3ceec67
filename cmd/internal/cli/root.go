package cli

import (
	"os"
	"path/filepath"
)

// rootOf is the folder that CI services resolve the names of files against:
// the checkout that one of the variables names, if base lies in it, else base
// itself. It lets a job run in a folder below the root of its repository.
func rootOf(base string, variables ...string) string {
	for _, name := range variables {
		root := os.Getenv(name)
		if root == "" || !filepath.IsAbs(root) {
			continue
		}
		if rel, err := filepath.Rel(root, base); err == nil && filepath.IsLocal(rel) {
			return filepath.Clean(root)
		}
	}
	return base
}
