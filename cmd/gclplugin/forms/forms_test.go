// Package forms has the tests of the forms in which golangci-lint is given the
// plug-in, as the README tells them. Each builds a golangci-lint, so
// they are not among the tests of the plug-in: go test limits the time of a package.
package forms

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/jwtvet/jwtvet/cmd/internal/realtool"
)

// release is the one of golangci-lint that all of this is about.
const release = "v2.15.0"

const home = "github.com/jwtvet/jwtvet"

// place is the README's part about golangci-lint, taken apart.
type place struct {
	lint, custom            string // .golangci.yml, .custom-gcl.yml
	buildsItself, ownBinary string // commands
}

var fence = regexp.MustCompile("(?ms)^```\\w+\n(.*?)^```$")

func readme(t *testing.T) place {
	t.Helper()
	_, part, _ := strings.Cut(read(t, "README.md"), "\n### golangci-lint\n")
	part, _, _ = strings.Cut(part, "\n## ")
	part, _, _ = strings.Cut(part, "\n### ")
	blocks := fence.FindAllStringSubmatch(part, -1)
	if len(blocks) != 4 {
		t.Fatalf("the README's part about golangci-lint has %d blocks", len(blocks))
	}
	return place{blocks[0][1], blocks[1][1], blocks[2][1], blocks[3][1]}
}

// read returns a file of the repository.
func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(realtool.Root(t), name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestReadme follows the README from a program with a hard-coded key to the
// finding, in both forms that build a golangci-lint.
func TestReadme(t *testing.T) {
	p := readme(t)
	shop := filepath.Join(t.TempDir(), "shop")
	write(t, shop, map[string]string{".golangci.yml": p.lint, "go.sum": read(t, "testdata/go.sum"),
		"go.mod": "module example.com/shop\n\ngo 1.26.0\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.1\n",
		"shop.go": `package shop

import "github.com/golang-jwt/jwt/v5"

func Issue() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.Claims(nil)).SignedString([]byte("a key in the source"))
}
`})
	// Of golangci-lint only one runs at a time, which it sees by a file for temporary ones.
	own := []string{"GOLANGCI_LINT_CACHE=" + t.TempDir(), "TMPDIR=" + t.TempDir()}

	t.Run("main package", func(t *testing.T) {
		env := append(os.Environ(), instead("https://"+home, realtool.Repository(t, "v9.9.9"))...)
		follow(t, shop, append(env, own...), p.ownBinary)
		short(t, p.lint+p.ownBinary)
	})
	t.Run("custom", func(t *testing.T) {
		bin := t.TempDir() // With a golangci-lint: the one that was built last, which can build others.
		if err := os.Rename(filepath.Join(shop, "golangci-jwtvet"), filepath.Join(bin, "golangci-lint")); err != nil {
			t.Fatal(err)
		}
		write(t, shop, map[string]string{".custom-gcl.yml": p.custom})
		env := append(realtool.Published(t, bin), instead("https://github.com/golangci/golangci-lint.git", source(t))...)
		follow(t, shop, append(env, own...), p.buildsItself)
		short(t, p.lint+p.custom+p.buildsItself)
	})
}

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// short fails if a newcomer has to write more than nine lines.
func short(t *testing.T, text string) {
	t.Helper()
	if lines := strings.Count(text, "\n"); lines > 9 {
		t.Errorf("%d lines before a finding shows", lines)
	}
}

// instead is an environment in which git finds a repository of the web in a folder.
func instead(url, dir string) []string {
	return []string{
		"GIT_CONFIG_COUNT=1",
		"GIT_CONFIG_KEY_0=url.file://" + filepath.ToSlash(dir) + ".insteadOf",
		"GIT_CONFIG_VALUE_0=" + url,
	}
}

// follow runs commands of the README, the last of which has to find the
// key, and nothing but findings may make it fail.
func follow(t *testing.T, dir string, env []string, commands string) {
	t.Helper()
	cmd := exec.Command("bash", "-euc", commands)
	cmd.Dir, cmd.Env = dir, env
	out, err := cmd.CombinedOutput()
	_, exited := errors.AsType[*exec.ExitError](err)
	found := strings.Contains(string(out), "shop.go:6:88: ") && strings.Contains(string(out), "(jwtkey/hardcoded)")
	if !exited || cmd.ProcessState.ExitCode() != 1 || !found {
		t.Fatalf("%v\n%s", err, out)
	}
}

// source is a repository with golangci-lint's release, made from its module.
func source(t *testing.T) string {
	t.Helper()
	cmd := exec.Command("go", "mod", "download", "-json", "github.com/golangci/golangci-lint/v2@"+release)
	cmd.Dir = t.TempDir()
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(module.Dir)); err != nil {
		t.Fatal(err)
	}
	realtool.Commit(t, dir, release)
	realtool.Git(t, dir, "tag", release)
	return dir
}

// TestOneRelease: the README, the example and our own module name the same
// release of golangci-lint, and the example says what the README does.
func TestOneRelease(t *testing.T) {
	for _, name := range []string{"README.md", ".custom-gcl.example.yml", "cmd/gclplugin/custom/go.mod"} {
		if !strings.Contains(read(t, name), release) {
			t.Errorf("%s does not name golangci-lint %s", name, release)
		}
	}
	var short, long any
	for text, to := range map[string]*any{readme(t).custom: &short, read(t, ".custom-gcl.example.yml"): &long} {
		if err := yaml.Unmarshal([]byte(text), to); err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(short, long) {
		t.Errorf("the README has %v, .custom-gcl.example.yml %v", short, long)
	}
}
