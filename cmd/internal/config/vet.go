package config

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// For loads the named file, or the one that holds for dir if name is "".
func For(name, dir string) (*Config, error) {
	if name == None {
		return new(Config), nil
	}
	if name == "" {
		found, err := Find(dir)
		if err != nil {
			return nil, err
		}
		name = found
	}
	return Load(name)
}

// Root returns the folder from which go vet's units look for their file: that of the
// go.work above dir, else of the go.mod, else dir. All units of a
// run come to the same one, wherever in the module their packages lie.
func Root(dir string) string {
	root := dir
	for at := dir; ; at = filepath.Dir(at) {
		if exists(at, "go.work") {
			return at
		}
		if root == dir && exists(at, "go.mod") {
			root = at
		}
		if filepath.Dir(at) == at {
			return root
		}
	}
}

func exists(dir, name string) bool {
	info, err := os.Stat(filepath.Join(dir, name))
	return err == nil && info.Mode().IsRegular()
}

// Hash writes what a run of go vet in dir depends on beside the executable: the
// files that the units will find. A file that they would not find is an
// error, as it would be silently without effect.
func Hash(w io.Writer, dir string) error {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	name, err := Find(abs)
	if err != nil {
		return err
	}
	seen, err := Find(Root(abs))
	if err != nil {
		return err
	}
	if name != seen {
		return fmt.Errorf("%s: under go vet the configuration has to lie beside go.mod (in a workspace, go.work) or above, or to be named by %s", relative(name), Variable)
	}
	c, err := Load(name)
	if err != nil {
		return err
	}
	return c.Hash(w)
}
