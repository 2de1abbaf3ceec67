package main_test

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What the go command starts for TestSharedBuildCache is this test itself, in
// one of two parts.
const (
	servesCache = "-serve-build-cache" // the argument of the first
	countedTool = "JWTVET_TEST_TOOL"   // names the tool that the second runs
	countedRuns = "JWTVET_TEST_RUNS"   // and the file where it says so
)

// asked plays the part that the go command asks for, if it is the go command
// that has started the test.
func asked() (status int, ok bool) {
	var err error
	switch tool := os.Getenv(countedTool); {
	case len(os.Args) == 4 && os.Args[1] == servesCache:
		c := &buildCache{machine: os.Args[2], shared: os.Args[3], in: json.NewDecoder(bufio.NewReader(os.Stdin)), out: json.NewEncoder(os.Stdout)}
		err = c.serve()
	case tool != "":
		err = counted(tool)
	default:
		return 0, false
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode(), true
	} else if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1, true
	}
	return 0, true
}

// counted runs the tool and notes for which package.
func counted(tool string) error {
	args := os.Args[1:]
	if last := args[len(args)-1]; strings.HasSuffix(last, ".cfg") {
		data, err := os.ReadFile(last)
		if err != nil {
			return err
		}
		var unit struct{ ImportPath string }
		if err := json.Unmarshal(data, &unit); err != nil {
			return err
		}
		f, err := os.OpenFile(os.Getenv(countedRuns), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(f, unit.ImportPath)
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
	}
	cmd := exec.Command(tool, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	return cmd.Run()
}

// buildCache is a cache of the go command's that several machines share: what
// one has put into it, the others get as files of their own. The protocol is that of
// GOCACHEPROG, see "go doc cmd/go/internal/cacheprog".
type buildCache struct {
	machine, shared string // folders
	in              *json.Decoder
	out             *json.Encoder
}

type cacheRequest struct {
	ID                 int64
	Command            string
	ActionID, OutputID []byte
	BodySize           int64
}

type cacheResponse struct {
	ID            int64
	Err           string   `json:",omitempty"`
	KnownCommands []string `json:",omitempty"`
	Miss          bool     `json:",omitempty"`
	OutputID      []byte   `json:",omitempty"`
	Size          int64    `json:",omitempty"`
	DiskPath      string   `json:",omitempty"`
}

func (c *buildCache) serve() error {
	if err := c.out.Encode(cacheResponse{KnownCommands: []string{"get", "put", "close"}}); err != nil {
		return err
	}
	for {
		var q cacheRequest
		if err := c.in.Decode(&q); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		r, err := c.answer(&q)
		if err != nil {
			r.Err = err.Error()
		}
		r.ID = q.ID
		if err := c.out.Encode(r); err != nil || q.Command == "close" {
			return err
		}
	}
}

// answer does what is asked. A shared entry is a file called by the action, with the
// output's name in its first line.
func (c *buildCache) answer(q *cacheRequest) (r cacheResponse, err error) {
	var body []byte
	if q.BodySize > 0 {
		if err := c.in.Decode(&body); err != nil {
			return r, err
		}
	}
	name := hex.EncodeToString(q.ActionID)
	entry := filepath.Join(c.shared, name)
	switch q.Command {
	case "get":
		content, err := os.ReadFile(entry)
		if err != nil {
			return cacheResponse{Miss: true}, nil
		}
		id, rest, _ := strings.Cut(string(content), "\n")
		if r.OutputID, err = hex.DecodeString(id); err != nil {
			return r, err
		}
		body = []byte(rest)
	case "put":
		err = os.WriteFile(entry, append([]byte(hex.EncodeToString(q.OutputID)+"\n"), body...), 0o600)
	default:
		return r, nil
	}
	r.Size, r.DiskPath = int64(len(body)), filepath.Join(c.machine, name)
	return r, errors.Join(err, os.WriteFile(r.DiskPath, body, 0o600))
}

// TestSharedBuildCache: what go vet has run the tool for on one machine, it does
// not run it for on another that shares the build cache; older releases do for
// packages with findings. The findings are the same. After a change it runs for what
// has changed, and for what imports that.
func TestSharedBuildCache(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir, tool, shared := scratch(t, layers), build(t), t.TempDir()
	t.Setenv(countedTool, tool)
	t.Setenv("GOFLAGS", "-p=2 "+os.Getenv("GOFLAGS"))
	vet := func() (found, runs []string) {
		t.Helper()
		log := filepath.Join(t.TempDir(), "runs")
		t.Setenv(countedRuns, log)
		t.Setenv("GOCACHEPROG", strings.Join([]string{self, servesCache, t.TempDir(), shared}, " "))
		got := run(t, dir, "go", "vet", "-vettool="+self, "./...")
		text, err := os.ReadFile(log)
		if err != nil && !errors.Is(err, os.ErrNotExist) { // It is not there if nothing ran.
			t.Fatal(err)
		}
		return findings(got.stderr, dir), strings.Fields(string(text))
	}
	want, first := vet()
	if len(want) < 2 || len(first) < 50 || !slices.Contains(first, "github.com/golang-jwt/jwt/v5") {
		t.Fatalf("on the first machine %q are found in %d packages: %q", want, len(first), first)
	}
	found, second := vet()
	if !slices.Equal(found, want) {
		t.Errorf("on the second machine %q are found, want %q", found, want)
	}
	for _, path := range second {
		if !strings.HasPrefix(path, "example.com/scratch/") {
			t.Errorf("the second machine has the tool run for %s again", path)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "keys", "keys.go"), []byte("// Moved down.\n"+layers["keys/keys.go"]), 0o600); err != nil {
		t.Fatal(err)
	}
	_, third := vet()
	slices.Sort(third)
	if changed := []string{"example.com/scratch/keys", "example.com/scratch/sign"}; !slices.Equal(third, changed) {
		t.Errorf("after a change of keys the tool runs for %q, want %q", third, changed)
	}
	t.Logf("the tool ran for %d packages on the first machine, for %d on the second", len(first), len(second))
}
