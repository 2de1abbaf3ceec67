package jwt

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/mod/semver"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// tally counts what held, by library and release. Its zero value is empty;
// parallel tests may add to it.
type tally struct {
	mu     sync.Mutex
	counts map[release]int
}

func (c *tally) add(r release, n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.counts == nil {
		c.counts = make(map[release]int)
	}
	c.counts[r] += n
}

// log writes a line per library, and fails for one of which nothing held: rows
// that nobody looked up or ran are only believed. Where -run names rounds,
// the other libraries are not asked for.
func (c *tally) log(t *testing.T, what string) {
	t.Helper()
	some := strings.Contains(flag.Lookup("test.run").Value.String(), "/")
	for _, lib := range Libraries() {
		if line := c.line(lib); line != "" {
			t.Logf("%s: %s: %s", lib.Name, what, line)
		} else if !some && !t.Failed() {
			t.Errorf("%s: %s: none", lib.Name, what)
		}
	}
}

// line lists the releases of a library, oldest first, with their counts.
func (c *tally) line(lib *model.Library) string {
	var releases []string
	for r, n := range c.counts {
		if r.lib == lib && n > 0 {
			releases = append(releases, r.version)
		}
	}
	slices.SortFunc(releases, semver.Compare)
	for i, version := range releases {
		releases[i] = fmt.Sprintf("%s:%d", version, c.counts[release{lib: lib, version: version}])
	}
	return strings.Join(releases, " ")
}
