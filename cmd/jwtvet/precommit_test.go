package main_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/cmd/internal/realtool"
)

const cleanFile = `package good

import "github.com/golang-jwt/jwt/v5"

func Issue(key []byte) (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.Claims(nil)).SignedString(key)
}
`

// project is a git repository whose owner uses pre-commit.
type project struct {
	dir string
	env []string
}

// do runs a shell command in the project. What it prints is in stdout.
func (p *project) do(t *testing.T, command string) outcome {
	t.Helper()
	cmd := exec.Command("sh", "-e", "-c", command)
	cmd.Dir, cmd.Env = p.dir, p.env
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return outcome{status: cmd.ProcessState.ExitCode(), stdout: string(out)}
}

// expect runs a command that is to end with a status, 0 or not, and to print
// findings at these places and no others.
func (p *project) expect(t *testing.T, command string, passes bool, places ...string) {
	t.Helper()
	got := p.do(t, command)
	if got.status == 0 != passes || !slices.Equal(where(got.stdout), places) {
		t.Errorf("%s: status %d, want findings at %v\n%s", command, got.status, places, got.stdout)
	}
}

// preCommitBlock is the README's block, and the release that it names.
func preCommitBlock(t *testing.T) (block, release string) {
	t.Helper()
	_, section, _ := strings.Cut(readIn(t, realtool.Root(t), "README.md"), "\n### pre-commit\n")
	m := regexp.MustCompile("(?s)```sh\n(.*?)```").FindStringSubmatch(section)
	if m == nil {
		t.Fatal("no block in the README")
	}
	rev := regexp.MustCompile(`(?m)rev: (\S+)$`).FindStringSubmatch(m[1])
	if rev == nil || strings.Count(m[1], "\n") > 10 {
		t.Fatalf("no release, or too long:\n%s", m[1])
	}
	return m[1], rev[1]
}

// users returns the environment of a user for whom the project's home has one
// release: this working tree.
func users(t *testing.T, release string) []string {
	t.Helper()
	modules, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	return append(os.Environ(), "PRE_COMMIT_HOME="+t.TempDir(), "GOMODCACHE="+string(bytes.TrimSpace(modules)),
		"GIT_CONFIG_COUNT=3",
		"GIT_CONFIG_KEY_0=url.file://"+realtool.Repository(t, release)+".insteadOf", "GIT_CONFIG_VALUE_0=https://github.com/jwtvet/jwtvet",
		"GIT_CONFIG_KEY_1=user.name", "GIT_CONFIG_VALUE_1=test",
		"GIT_CONFIG_KEY_2=user.email", "GIT_CONFIG_VALUE_2=test@example.com")
}

// TestPreCommit follows the README in a repository with two modules, and then
// works in it: the real pre-commit installs the hooks and runs them.
func TestPreCommit(t *testing.T) {
	const a, b = "a/good/good.go:6:88", "b/good/good.go:6:88"
	realtool.Debian(t, "pre-commit", "pre-commit")
	block, release := preCommitBlock(t)
	p := &project{several(t, map[string]string{"a/good/good.go": cleanFile, "b/good/good.go": cleanFile}), users(t, release)}
	realtool.Commit(t, p.dir, "before")

	got := p.do(t, block)
	if got.status != 0 || !regexp.MustCompile(`(?m)^jwtvet\.+Passed$`).MatchString(got.stdout) {
		t.Fatalf("the README's block: status %d\n%s", got.status, got.stdout)
	}
	p.expect(t, "git add . && git commit -qm 'use pre-commit'", true)

	writeIn(t, p.dir, "a/good/good.go", goodFile)
	p.expect(t, "git commit -qam 'a key in one module'", false, a)
	writeIn(t, p.dir, "b/good/good.go", goodFile)
	p.expect(t, "git commit -qam 'and in the other'", false, a, b)
	if log := p.do(t, "git log --format=%s -1"); log.stdout != "use pre-commit\n" {
		t.Errorf("the last commit is %s", log.stdout)
	}

	p.expect(t, "git commit -qnam 'in spite of all'", true)
	p.expect(t, "pre-commit run --all-files", false, a, b)
	writeIn(t, p.dir, "a/other/other.go", "package other\n")
	p.expect(t, "git add . && git commit -qm 'another package'", true)
	writeIn(t, p.dir, "notes.txt", "no Go")
	p.expect(t, "git add . && git commit -qm 'no Go'", true)
	writeIn(t, p.dir, "b/go.mod", readIn(t, p.dir, "b/go.mod")+"\n// The same libraries.\n")
	p.expect(t, "git commit -qam 'go.mod only'", false, b)
	p.expect(t, "git rm -q a/good/good.go && git checkout -q HEAD b/go.mod && git commit -qm 'a file less'", true)

	config := filepath.Join(p.dir, ".pre-commit-config.yaml")
	full := strings.Replace(readIn(t, p.dir, ".pre-commit-config.yaml"), "id: jwtvet", "id: jwtvet-full", 1)
	if err := os.WriteFile(config, []byte(full), 0o644); err != nil {
		t.Fatal(err)
	}
	writeIn(t, p.dir, "a/other/more.go", "package other\n")
	p.expect(t, "git add . && git commit -qm 'all modules'", false, b)
	writeIn(t, p.dir, "b/good/good.go", cleanFile)
	p.expect(t, "git add . && git commit -qm 'no finding left'", true)
	if log := p.do(t, "git log --format=%s -1 && git status --short"); log.stdout != "no finding left\n" {
		t.Errorf("at last: %s", log.stdout)
	}
}

// TestInstallsOneCommand: pre-commit builds whatever "go install ./..." builds
// in the root module; that is jwtvet and nothing else.
func TestInstallsOneCommand(t *testing.T) {
	bin := t.TempDir()
	cmd := exec.Command("go", "install", "./...")
	cmd.Dir, cmd.Env = realtool.Root(t), append(os.Environ(), "GOBIN="+bin)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	installed, err := os.ReadDir(bin)
	if err != nil || len(installed) != 1 || strings.TrimSuffix(installed[0].Name(), ".exe") != "jwtvet" {
		t.Errorf("%v, %v", installed, err)
	}
}
