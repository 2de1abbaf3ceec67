package realtool

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestPublished installs the command as users do and runs it.
func TestPublished(t *testing.T) {
	bin := t.TempDir()
	cmd := exec.Command("go", "install", "github.com/jwtvet/jwtvet/cmd/jwtvet@latest")
	cmd.Env = Published(t, bin)
	cmd.Dir = t.TempDir()
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	out, err := exec.Command(filepath.Join(bin, "jwtvet"), "-V=short").Output()
	if err != nil || !strings.Contains(string(out), "version v0.1.") {
		t.Errorf("%s, %v", out, err)
	}
}

// TestRepository: a clone has the files of the working tree, executable ones too.
func TestRepository(t *testing.T) {
	dir := Repository(t, "v9.9.9")
	clone := filepath.Join(t.TempDir(), "clone")
	Git(t, dir, "clone", "-q", "--branch", "v9.9.9", dir, clone)
	info, err := os.Stat(filepath.Join(clone, ".ci", "run"))
	if err != nil || info.Mode()&0o100 == 0 {
		t.Errorf("%v, %v", info, err)
	}
}
