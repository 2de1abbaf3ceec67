// Package realtool puts the programs that jwtvet works with into the hands of
// tests: the real ones, installed if they are missing, and jwtvet itself as its
// users get it, from a module proxy or a git repository.
package realtool

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

const modulePath = "github.com/jwtvet/jwtvet"

// Root returns the folder of this repository.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := root()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

var root = sync.OnceValues(func() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", modulePath).Output()
	return strings.TrimSpace(string(out)), err
})

// Published returns an environment in which this working tree is the newest
// release of the module, so that commands can name it as users do:
// "go install github.com/jwtvet/jwtvet/cmd/jwtvet@latest". What the commands
// install goes to the folder bin.
func Published(t testing.TB, bin string) []string {
	t.Helper()
	dir, err := published()
	if err != nil {
		t.Fatal(err)
	}
	upstream, err := exec.Command("go", "env", "GOPROXY").Output()
	if err != nil {
		t.Fatal(err)
	}
	return append(os.Environ(),
		"GOPROXY=file://"+filepath.ToSlash(dir)+","+strings.TrimSpace(string(upstream)),
		"GONOSUMDB="+modulePath, "GOFLAGS=-modcacherw", "GOBIN="+bin,
		"PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// published writes the working tree as files of a module proxy. The version
// tells the content, so that caches of the go command stay right.
var published = sync.OnceValues(func() (string, error) {
	src, err := root()
	if err != nil {
		return "", err
	}
	var content bytes.Buffer
	draft := module.Version{Path: modulePath, Version: "v0.0.1"}
	if err := zip.CreateFromDir(&content, draft, src); err != nil {
		return "", err
	}
	sum := sha256.Sum256(content.Bytes())
	v := module.Version{Path: modulePath, Version: fmt.Sprintf("v0.1.%d", int(sum[0])<<16|int(sum[1])<<8|int(sum[2]))}
	proxy, err := os.MkdirTemp("", "proxy")
	if err != nil {
		return "", err
	}
	dir := filepath.Join(proxy, filepath.FromSlash(modulePath), "@v")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	mod, err := os.ReadFile(filepath.Join(src, "go.mod"))
	if err != nil {
		return "", err
	}
	content.Reset()
	return proxy, errors.Join(
		zip.CreateFromDir(&content, v, src),
		os.WriteFile(filepath.Join(dir, v.Version+".zip"), content.Bytes(), 0o644),
		os.WriteFile(filepath.Join(dir, v.Version+".mod"), mod, 0o644),
		os.WriteFile(filepath.Join(dir, v.Version+".info"), fmt.Appendf(nil, `{"Version":%q}`, v.Version), 0o644),
		os.WriteFile(filepath.Join(dir, "list"), []byte(v.Version+"\n"), 0o644))
})

// Repository returns a git repository with this working tree in one commit,
// tagged: what a clone from the project's home would be.
func Repository(t testing.TB, tag string) string {
	t.Helper()
	dir := t.TempDir()
	files, err := exec.Command("git", "-C", Root(t), "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		t.Fatal(err)
	}
	for name := range strings.SplitSeq(strings.TrimRight(string(files), "\x00"), "\x00") {
		if err := copyFile(filepath.Join(Root(t), name), filepath.Join(dir, name)); err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
	}
	Commit(t, dir, "release")
	Git(t, dir, "tag", tag)
	return dir
}

// Commit makes dir a repository, if it is none, and commits all that is in it.
func Commit(t testing.TB, dir, message string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(dir, ".git")); err != nil {
		Git(t, dir, "init", "-q", "-b", "main")
	}
	Git(t, dir, "add", "-A")
	Git(t, dir, "-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "-q", "--allow-empty", "-m", message)
}

// Git runs git in dir.
func Git(t testing.TB, dir string, args ...string) {
	t.Helper()
	if out, err := exec.Command("git", append([]string{"-C", dir}, args...)...).CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

func copyFile(from, to string) error {
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, info.Mode().Perm())
}

// Debian returns the path of a program, after installing the Debian package
// that holds it if the machine does not have it.
func Debian(t testing.TB, pkg, program string) string {
	t.Helper()
	if path, err := exec.LookPath(program); err == nil {
		return path
	}
	for _, args := range [][]string{{"update", "-qq"}, {"install", "-qq", "-y", "--no-install-recommends", pkg}} {
		cmd := exec.Command("apt-get", args...)
		cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s is not installed, and apt-get %v failed: %v\n%s", program, args, err, out)
		}
	}
	path, err := exec.LookPath(program)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// Cache returns a folder for what is expensive to build, by what it is built
// from: it is kept for later runs of the tests.
func Cache(t testing.TB, name string, from ...string) string {
	t.Helper()
	h := sha256.New()
	for _, part := range from {
		io.WriteString(h, part+"\x00") //nolint:errcheck // A hash takes everything.
	}
	base, err := os.UserCacheDir()
	if err != nil {
		base = os.TempDir()
	}
	dir := filepath.Join(base, "jwtvet-tests", name+"-"+hex.EncodeToString(h.Sum(nil)[:8]))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}
