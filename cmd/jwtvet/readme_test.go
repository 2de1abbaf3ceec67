package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/cmd/internal/realtool"
)

// blocks returns the fenced blocks of a language in a section of the README:
// what stands between its heading and the next one.
func blocks(t *testing.T, heading, language string) []string {
	t.Helper()
	readme, err := os.ReadFile(filepath.Join(realtool.Root(t), "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(readme), "\n"+heading+"\n")
	if !found {
		t.Fatalf("the README has no %q", heading)
	}
	fence := regexp.MustCompile("(?ms)^```" + language + "\n(.*?)^```$|^#{2,3} ")
	var out []string
	for _, m := range fence.FindAllStringSubmatch(section, -1) {
		if m[1] == "" {
			break
		}
		out = append(out, m[1])
	}
	return out
}

// shell runs a block as a newcomer does, in dir, where the module is published.
func shell(t *testing.T, dir, script string, env []string) outcome {
	t.Helper()
	cmd := exec.Command("bash", "-c", script)
	cmd.Dir, cmd.Env = dir, append(env, "PWD="+dir)
	var stdout, stderr strings.Builder
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return outcome{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

// TestReadmeBlocks runs the README's ways from nothing to a finding, word by
// word; those of other programs stand beside their tests.
func TestReadmeBlocks(t *testing.T) {
	bin := t.TempDir()
	env := realtool.Published(t, bin)
	run := blocks(t, "## Run it", "sh")
	if len(run) != 5 {
		t.Fatalf("%d blocks under Run it: %q", len(run), run)
	}
	// The first two are for a clone, and have tests of their own.
	for i, status := range map[int]int{2: 3, 3: 1, 4: 1} {
		dir := scratch(t, nil)
		script := run[i]
		if i == 3 {
			script = "go install github.com/jwtvet/jwtvet/cmd/jwtvet@latest\n" + script
		}
		got := shell(t, dir, script, env)
		if got.status != status || len(findings(got.stdout+got.stderr, dir)) != 1 {
			t.Errorf("%s: %+v", script, got)
		}
	}
}

// TestReadmeOldCode runs the two lines that adopt old code.
func TestReadmeOldCode(t *testing.T) {
	bin := t.TempDir()
	env := realtool.Published(t, bin)
	dir := scratch(t, map[string]string{"old/old.go": old(200)})
	script := "go install github.com/jwtvet/jwtvet/cmd/jwtvet@latest\n" + blocks(t, "## Old code", "sh")[0] + "jwtvet ./...\n"
	if got := shell(t, dir, script, env); got.status != 0 || got.stdout != "" || !strings.Contains(got.stderr, "201 more in .jwtvet-baseline.json") {
		t.Errorf("%+v", got)
	}
}

// TestReadmeConfig: the configuration that the README shows is one.
func TestReadmeConfig(t *testing.T) {
	dir, tool := scratch(t, nil), build(t)
	writeFile(t, blocks(t, "## Configuration", "yaml")[0], dir, ".jwtvet.yml")
	writeFile(t, `{"version": 1}`, dir, ".jwtvet-baseline.json")
	if got := run(t, dir, tool, "-q"); got.status != 3 || got.stderr != "" {
		t.Errorf("%+v", got)
	}
	got := run(t, dir, tool, "config")
	for _, want := range []string{"level: note\n", "from: path,query\n", "weak: error\n", "default: \"off\"\n"} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("no %q in %s", want, got.stdout)
		}
	}
}

// TestReadmeFixes: the first command shows what the second writes.
func TestReadmeFixes(t *testing.T) {
	env := append(os.Environ(), "PATH="+filepath.Dir(build(t))+string(os.PathListSeparator)+os.Getenv("PATH"))
	dir := scratch(t, map[string]string{"good/good.go": fixable})
	lines := strings.Split(strings.TrimSpace(blocks(t, "### Fixes", "sh")[0]), "\n")
	if len(lines) != 2 {
		t.Fatalf("%q", lines)
	}
	if got := shell(t, dir, lines[0], env); !strings.Contains(got.stdout, "+\treturn jwt.Parse(raw, keyfunc, jwt.WithValidMethods([]string{\"HS256\"}") {
		t.Errorf("%+v", got)
	}
	shell(t, dir, lines[1], env)
	text, err := os.ReadFile(filepath.Join(dir, "good", "good.go"))
	if err != nil || !strings.Contains(string(text), "jwt.WithValidMethods([]string{\"HS256\"}") {
		t.Errorf("%v\n%s", err, text)
	}
}

// fixable verifies tokens that it signs itself.
const fixable = `package good

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
)

func secret() []byte { return []byte(os.Getenv("KEY")) }

func Issue() (string, error) {
	return jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.Claims(nil)).SignedString(secret())
}

func keyfunc(*jwt.Token) (any, error) { return secret(), nil }

func Read(raw string) (*jwt.Token, error) {
	return jwt.Parse(raw, keyfunc)
}
`
