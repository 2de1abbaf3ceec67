package table

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const day = "2026-08-21"

// TestTable: what is kept of a folder of entries, and how it is written.
func TestTable(t *testing.T) {
	out := filepath.Join(t.TempDir(), "entries.go")
	if err := Write(filepath.Join("testdata", "osv"), day, out); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join("testdata", "entries.golden"))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("got:\n%s", got)
	}
}

// TestBadFolders: one line says what is wrong, and nothing is written.
func TestBadFolders(t *testing.T) {
	entry := func(ranges string) string {
		return `{"id": "GO-1", "affected": [{"package": {"name": "github.com/golang-jwt/jwt/v5"}, "ranges": [` + ranges + `]}]}`
	}
	for _, c := range []struct{ date, file, want string }{
		{"today", entry(""), `-date "today" is no day`},
		{day, "{", "a.json: unexpected end of JSON input"},
		{day, "{}", "a.json: no id"},
		{day, `{"id": "GO-1"}`, "none of 1 entries is about a JWT library"},
		{day, entry(`{"type": "GIT"}`), `a.json: a range of type "GIT"`},
		{day, entry(`{"type": "SEMVER", "events": [{"fixed": "1.0.0"}]}`), "a.json: events out of order"},
		{day, entry(`{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "one"}]}`), `a.json: "one" is no version`},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "a.json"), []byte(c.file), 0o600); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(dir, "entries.go")
		err := Write(dir, c.date, out)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %s", c.file, err, c.want)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: a table is written", c.file)
		}
	}
	if err := Write("", day, "x"); err == nil {
		t.Error("no folder: no error")
	}
}
