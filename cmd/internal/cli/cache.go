package cli

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"runtime"

	"github.com/jwtvet/jwtvet/cmd/internal/config"
	"github.com/jwtvet/jwtvet/cmd/internal/driver"
)

// cacheVariable names the environment variable with the cache's folder, or
// "off" for none.
const cacheVariable = "JWTVET_CACHE"

// cacheDir is the folder of the cache; "" for none. An error is for a folder
// that somebody has asked for.
func cacheDir() (string, error) {
	switch dir := os.Getenv(cacheVariable); {
	case dir == "off":
		return "", nil
	case dir != "" && !filepath.IsAbs(dir):
		return "", fmt.Errorf("%s=%s: want an absolute path, or off", cacheVariable, dir)
	case dir != "":
		return dir, nil
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", nil // Nobody's home: nothing is kept.
	}
	return filepath.Join(dir, "jwtvet"), nil
}

// openCache opens the cache of what earlier runs have found out with the same
// program, configuration and options; nil for none. Where the usual folder
// cannot be used, nothing is kept.
func (s *settings) openCache(c *config.Config) (*driver.Cache, error) {
	dir, err := cacheDir()
	if err != nil || dir == "" {
		return nil, err
	}
	h := sha256.New()
	if err := errors.Join(hashExecutable(h), c.Hash(h)); err != nil {
		return nil, err
	}
	fmt.Fprintln(h, runtime.GOOS, runtime.GOARCH)
	for _, a := range analyzersOf(s.plan.Rules()) {
		fmt.Fprintln(h, a.Name)
	}
	for _, r := range s.all { // A rule's flags may also tell an engine that others share.
		r.Flags.VisitAll(func(f *flag.Flag) { fmt.Fprintf(h, "%s.%s=%q\n", r.Name, f.Name, f.Value) })
	}
	cache, err := driver.OpenCache(dir, h.Sum(nil))
	if err != nil && os.Getenv(cacheVariable) == "" {
		return nil, nil
	}
	return cache, err
}

// hashExecutable writes the program itself.
func hashExecutable(h hash.Hash) error {
	exe, err := os.Executable()
	if err != nil {
		return err
	}
	f, err := os.Open(exe)
	if err != nil {
		return err
	}
	_, err = io.Copy(h, f)
	return errors.Join(err, f.Close())
}

// cacheCommand prints where the cache is, or empties it.
func cacheCommand(args []string, stdout, stderr io.Writer) int {
	dir, err := cacheDir()
	switch {
	case err != nil:
		return fail(stderr, err)
	case dir == "":
		return fail(stderr, errors.New("there is no cache: "+cacheVariable+" is off, or there is no folder for it"))
	case len(args) == 0:
		fmt.Fprintln(stdout, dir)
	case len(args) == 1 && args[0] == "clean":
		if err := driver.CleanCache(dir); err != nil {
			return fail(stderr, err)
		}
	default:
		return fail(stderr, fmt.Errorf("unknown argument %q: want clean, or none", args[0]))
	}
	return ExitClean
}
