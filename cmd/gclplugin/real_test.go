package gclplugin

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jwtvet/jwtvet/cmd/internal/realtool"
)

// golangci returns the real golangci-lint with the plug-in, as custom/main.go
// builds it. The go command sees to it that it is built anew only if needed.
func golangci(t *testing.T) string {
	t.Helper()
	root := realtool.Root(t)
	name := filepath.Join(realtool.Cache(t, "golangci-lint", root), "golangci-lint")
	if err := built(name, filepath.Join(root, "cmd", "gclplugin", "custom")); err != nil {
		t.Fatal(err)
	}
	return name
}

var once sync.Once

func built(name, dir string) (err error) {
	once.Do(func() {
		cmd := exec.Command("go", "build", "-o", name, ".")
		cmd.Dir = dir
		if out, failed := cmd.CombinedOutput(); failed != nil {
			err = fmt.Errorf("%w\n%sAfter a change of go.mod: go -C cmd/gclplugin/custom mod tidy", failed, out)
		}
	})
	return err
}

// issue is what golangci-lint reports, as its JSON has it.
type issue struct {
	FromLinter, Text, Severity string
	Pos                        struct {
		Filename     string
		Line, Column int
	}
}

// outcome is a run of golangci-lint.
type outcome struct {
	status int
	issues []issue
	stderr string
}

// texts lists the issues of a run without their steps, as go vet would print them, sorted.
func (o outcome) texts() []string {
	var out []string
	for _, i := range o.issues {
		message, _, _ := strings.Cut(i.Text, "; #1 ")
		out = append(out, fmt.Sprintf("%s:%d:%d: %s", filepath.ToSlash(i.Pos.Filename), i.Pos.Line, i.Pos.Column, message))
	}
	slices.Sort(out)
	return out
}

// shared is a cache of golangci-lint for the tests that are about other things.
var shared string

func TestMain(m *testing.M) {
	var err error
	if shared, err = os.MkdirTemp("", "golangci-cache"); err != nil {
		panic(err)
	}
	status := m.Run()
	os.RemoveAll(shared) //nolint:errcheck // It is a temporary folder.
	os.Exit(status)
}

// lint runs golangci-lint in dir.
func lint(t *testing.T, dir, cache string, args ...string) outcome {
	t.Helper()
	cmd := exec.Command(golangci(t), append([]string{"run", "--output.json.path=stdout", "--show-stats=false", "--allow-parallel-runners"}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOLANGCI_LINT_CACHE="+cache)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if _, exited := errors.AsType[*exec.ExitError](err); err != nil && !exited {
		t.Fatal(err)
	}
	var report struct{ Issues []issue }
	if stdout.Len() > 0 {
		if err := json.Unmarshal(stdout.Bytes(), &report); err != nil {
			t.Fatalf("%v\n%s", err, stdout.String())
		}
	}
	return outcome{cmd.ProcessState.ExitCode(), report.Issues, stderr.String()}
}

const header = `version: "2"
linters:
  default: none
  enable: [jwtvet]
  settings:
    custom:
      jwtvet:
        type: module
`

const showAll = "issues: {uniq-by-line: false, max-issues-per-linter: 0, max-same-issues: 0}\n"

// program is a module with a wrapper and a command that uses it: a finding in
// the one that only the facts of the other lead to.
var program = map[string]string{
	"go.mod": "module example.com/shop\n\ngo 1.26.0\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.1\n",
	"auth/auth.go": `package auth

import "github.com/golang-jwt/jwt/v5"

// Sign hides the library from its callers.
func Sign(claims jwt.MapClaims, key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString(key)
}

func Check(token string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(token, func(*jwt.Token) (any, error) { return key, nil })
}
`,
	"shop/shop.go": `package shop

import "example.com/shop/auth"

func Issue(user string) (string, error) {
	return auth.Sign(map[string]any{user: "buy"}, []byte("a key that stands in the source of the shop"))
}
`,
}

const (
	inShop    = "shop/shop.go:6:55: "
	hardcoded = "(jwtkey/hardcoded)"
)

// read returns a file of the repository.
func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(realtool.Root(t), name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// write writes the program and other files, and returns their folder.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	put(t, dir, program)
	put(t, dir, map[string]string{"go.sum": read(t, "testdata/go.sum")})
	put(t, dir, files)
	return dir
}

func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// reports tells whether a run has an issue whose text begins and ends as given.
func reports(o outcome, begin, end string) bool {
	return slices.ContainsFunc(o.texts(), func(text string) bool {
		return strings.HasPrefix(text, begin) && strings.HasSuffix(text, end)
	})
}
