package main_test

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestRaces: packages that are loaded and analysed at the same time do not touch
// the same memory. The tree has packages that import each other, and some that
// nobody imports: those are started while the first ones are already done.
func TestRaces(t *testing.T) {
	dir, tool := fixtures(t), build(t)
	t.Setenv("JWTVET_CACHE", "off")
	watched := filepath.Join(t.TempDir(), "jwtvet")
	if out, err := exec.Command("go", "build", "-race", "-o", watched, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	args := append([]string{"-q"}, modular...)
	want := run(t, dir, tool, args...)
	for range 3 {
		got := run(t, dir, watched, args...)
		if strings.Contains(got.stderr, "DATA RACE") {
			t.Fatal(got.stderr)
		}
		if got.status != want.status || !slices.Equal(findings(got.stdout, dir), findings(want.stdout, dir)) {
			t.Fatalf("watched: %+v, want %+v", got, want)
		}
	}
}
