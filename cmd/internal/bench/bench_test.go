package bench

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// withoutPeers leaves out what this machine may have installed.
var withoutPeers = []string{"-gosec=none", "-staticcheck=none", "-golangci-lint=none"}

// TestRun: our own commands run over a real package in alternating order, and
// each sample is of work that was done.
func TestRun(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "testdata")
	var stdout, stderr bytes.Buffer
	args := append(slices.Clone(withoutPeers), "-json", "-rounds=1", "-C", dir, "./jwtalg/pinned")
	if status := Main(args, &stdout, &stderr); status != 0 {
		t.Fatalf("status %d: %s", status, &stderr)
	}
	var r Report
	if err := json.Unmarshal(stdout.Bytes(), &r); err != nil {
		t.Fatal(err)
	}
	if r.LetIn == 0 || r.Named == 0 || r.Lines == 0 || r.Share <= 0 || r.Share > 1 {
		t.Errorf("the tree is described as %+v", r)
	}
	var names []string
	for _, c := range r.Commands {
		names = append(names, c.Name)
		for _, s := range c.Samples {
			if s.CPU <= 0 || s.Wall <= 0 || s.Peak <= 0 {
				t.Errorf("%s: a sample of %+v", c.Name, s)
			}
		}
		if len(c.Samples) != 1 {
			t.Errorf("%s has %d samples of one round", c.Name, len(c.Samples))
		}
	}
	want := []string{"jwtvet", "jwtvet-warm", "jwtvet-empty-gocache", "vet-cold", "vet-warm", "empty-cold", "empty-warm", "list", "type-check"}
	if !slices.Equal(names, want) {
		t.Errorf("ran %q, want %q", names, want)
	}
	for _, p := range r.Programs {
		if !strings.Contains(p.Version, "go1.") {
			t.Errorf("version of %s: %q", p.Name, p.Version)
		}
	}
	back := slices.Clone(want)
	slices.Reverse(back)
	if order := orderOf(stderr.String()); !slices.Equal(order, append(want, back...)) {
		t.Errorf("ran in the order %q", order)
	}
}

// orderOf lists the commands in the order in which they were run.
func orderOf(log string) []string {
	var out []string
	for line := range strings.Lines(log) {
		if _, rest, ok := strings.Cut(line, ": "); ok && strings.HasPrefix(line, "round ") {
			out = append(out, strings.Fields(rest)[0])
		}
	}
	return out
}

// TestUnseen: each round's program is another for the go command, which goes by
// the content, and still the same program.
func TestUnseen(t *testing.T) {
	file := filepath.Join(t.TempDir(), "tool")
	if err := os.WriteFile(file, []byte("program"), 0o777); err != nil {
		t.Fatal(err)
	}
	b := &bench{temp: t.TempDir(), paths: map[string]string{"empty": file}}
	seen := make(map[string]bool)
	for round := range 3 {
		name, err := b.unseen(face{name: "cold", program: "empty"}, round)
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(data, []byte("program")) || seen[string(data)] {
			t.Errorf("round %d has the program %q", round, data)
		}
		seen[string(data)] = true
	}
}

// TestBadInput: one line that says what is wrong, and a status.
func TestBadInput(t *testing.T) {
	empty := t.TempDir()
	if err := os.WriteFile(filepath.Join(empty, "go.mod"), []byte("module example.com/a\n\ngo 1.26.0\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-round=3"}, "flag provided but not defined: -round"},
		{[]string{"-rounds=0"}, "-rounds 0: want at least 1"},
		{[]string{"-C", "nowhere"}, "nowhere"},
		{[]string{"-C", "bench.go"}, "not a folder"},
		{[]string{"-C", t.TempDir()}, "main module"},
		{[]string{"-C", empty}, "./... matched no packages"},
		{[]string{"-C", empty, "example.com/b"}, "example.com/b"},
		{[]string{"-only=vetcold"}, `-only: unknown command "vetcold": did you mean "vet-cold"?`},
		{[]string{"-only=gosec", "-gosec=none", "./."}, "no command is left to run"},
		{[]string{"-jwtvet=nothing"}, "nothing"},
		{[]string{"-grow=many"}, "want numbers of packages from 50 on"},
		{[]string{"-grow=100,10"}, "want numbers of packages from 50 on"},
		{[]string{"-grow=100,100"}, "want the smaller first"},
		{[]string{"-grow=100", "./..."}, "leave out -C, -only and packages"},
		{[]string{"-gosec=bench.go"}, "bench.go"},
	} {
		var stdout, stderr bytes.Buffer
		status := Main(c.args, &stdout, &stderr)
		text := stderr.String()
		if status == 0 || stdout.Len() > 0 || strings.Count(text, "\n") != 1 || !strings.Contains(text, c.want) {
			t.Errorf("%q: status %d, %q; want one line with %q", c.args, status, text, c.want)
		}
	}
}

// TestFailedCommands: a command that does not do its work is no sample.
func TestFailedCommands(t *testing.T) {
	for _, c := range []struct {
		face face
		args []string
		want string
	}{
		{face{}, []string{"go", "list", "./nowhere"}, "nowhere"},
		{face{failed: "GOOS"}, []string{"go", "env", "-json", "GOOS"}, "not all analysed"},
		{face{}, []string{"./nowhere"}, "nowhere"},
		{face{statuses: []int{0, 1}}, []string{"go", "list", "./nowhere"}, ""},
	} {
		call := &call{face: c.face, args: c.args, log: filepath.Join(t.TempDir(), "output"), env: os.Environ()}
		s, err := call.run(t.Context())
		switch {
		case c.want == "" && (err != nil || s.CPU <= 0):
			t.Errorf("%q: %v, %v", c.args, s, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n")):
			t.Errorf("%q: error %v, want one line with %q", c.args, err, c.want)
		}
	}
}
