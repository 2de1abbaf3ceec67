package main_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// started matches what GODEBUG=inittrace=1 tells of a package: its path, and
// the bytes that its initialisation has allocated.
var started = regexp.MustCompile(`(?m)^init (\S+) @.* clock, (\d+) bytes,`)

// TestStartsAtOnce: go vet starts the program once for each package of the
// closure, and most of those cannot matter. A table that is built at the start
// is paid for by all of them. What it allocates tells of it, and is the same on
// every machine.
func TestStartsAtOnce(t *testing.T) {
	const limit = 16 << 10
	tool := build(t)
	t.Setenv("GODEBUG", "inittrace=1")
	got := run(t, t.TempDir(), tool, "version")
	if got.status != 0 {
		t.Fatalf("status %d\n%s", got.status, got.stderr)
	}
	ours := 0
	for _, m := range started.FindAllStringSubmatch(got.stderr, -1) {
		if !strings.HasPrefix(m[1], "github.com/jwtvet/jwtvet/") {
			continue
		}
		ours++
		if bytes, err := strconv.Atoi(m[2]); err != nil || bytes > limit {
			t.Errorf("%s allocates %s bytes at the start, want at most %d: build the table on first use", m[1], m[2], limit)
		}
	}
	if ours == 0 {
		t.Errorf("no package of ours is among those that were started:\n%s", got.stderr)
	}
}
