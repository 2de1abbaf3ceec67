package driver

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/cache"
)

// Cache keeps, from one run to the next, what was found in packages and the
// facts about them. Several processes may use one at the same time; what has
// not been used for five days is deleted.
type Cache struct {
	store    *cache.Cache
	settings []byte
}

// OpenCache opens the cache in a folder, and makes it if need be. The settings
// are all that the outcome depends on beside the packages: the program, its
// rules and their options.
func OpenCache(dir string, settings []byte) (*Cache, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	store, err := cache.Open(dir)
	if err != nil {
		return nil, err
	}
	return &Cache{store, settings}, nil
}

// Trim deletes what has not been used for days, at most once a day.
func (c *Cache) Trim() {
	if c != nil {
		_ = c.store.Trim() // The next run tries again.
	}
}

// CleanCache deletes all that a cache has put into its folder, and nothing else.
func CleanCache(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		_, notHex := hex.DecodeString(name)
		if ours := e.IsDir() && len(name) == 2 && notHex == nil || name == "trim.txt"; !ours {
			continue
		}
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}

// known is what the cache keeps of a package.
type known struct {
	Facts []byte `json:",omitempty"` // as encodeOwn writes them
	Found []found
}

// get returns what is known of the package with a key; nil for nothing.
// What cannot be read is as good as nothing.
func (c *Cache) get(key cache.ActionID) *known {
	data, _, err := c.store.GetBytes(key)
	if err != nil {
		return nil
	}
	k := new(known)
	if json.Unmarshal(data, k) != nil {
		return nil
	}
	return k
}

// put keeps what has been found out about a package. A disk that is full costs
// the next run time, and this one nothing.
func (c *Cache) put(key cache.ActionID, k *known) {
	if data, err := json.Marshal(k); err == nil {
		_ = c.store.PutBytes(key, data)
	}
}

// key is a hash of all that the analysis of a package depends on: the settings,
// its files and those of what it imports. Files of modules that have a version,
// and of the standard library, do not change.
func (l *loader) key(u *unit) cache.ActionID {
	h := cache.NewHash("jwtvet")
	fmt.Fprintf(h, "%x %q %q %q\n", l.cache.settings, u.ImportPath, u.ForTest, u.Dir)
	if m := u.Module; m != nil {
		fmt.Fprintf(h, "module %q %q %q %v %q\n", m.Path, m.Version, m.GoVersion, m.Main, m.replacement())
		if m.Main {
			l.hashFile(h, filepath.Join(m.Dir, "go.mod"))
		}
	}
	if u.Standard {
		l.hashFile(h, filepath.Join(strings.TrimSuffix(u.Dir, filepath.Join("src", filepath.FromSlash(u.ImportPath))), "VERSION"))
	}
	for _, names := range [][]string{u.GoFiles, u.CgoFiles} {
		for _, name := range names {
			if fmt.Fprintf(h, "file %q\n", name); u.fixed() {
				continue
			}
			l.hashFile(h, u.file(name))
		}
	}
	if u.Error != nil {
		fmt.Fprintf(h, "error %q\n", u.Error.String())
	}
	for _, imp := range u.Imports {
		if dep := l.units[imp]; dep != nil {
			fmt.Fprintf(h, "import %q %x\n", imp, dep.key)
		}
	}
	return h.Sum()
}

// fixed reports whether a package's files cannot change under its name.
func (u *unit) fixed() bool {
	m := u.Module
	if m == nil {
		return u.Standard
	}
	return m.Version != "" && (m.Replace == nil || m.Replace.Version != "") && !strings.Contains(filepath.ToSlash(u.Dir), "/vendor/")
}

// replacement is what a replace directive puts in a module's place.
func (m *listedModule) replacement() string {
	if m.Replace == nil {
		return ""
	}
	return m.Replace.Path + "@" + m.Replace.Version
}

// sum is the hash of a file's content; zero for one that cannot be read.
type sum = [sha256.Size]byte

// hashFile adds a file to a key; each is read once.
func (l *loader) hashFile(w io.Writer, name string) {
	s, ok := l.sums[name]
	if !ok {
		if text, err := os.ReadFile(name); err == nil {
			s = sha256.Sum256(text)
		}
		l.sums[name] = s
	}
	fmt.Fprintf(w, "%x\n", s)
}
