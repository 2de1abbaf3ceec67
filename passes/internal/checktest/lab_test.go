package checktest_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
)

// TestExploitLab runs the tests of the fixtures modules: the attacks. They run
// in a process of their own, whose files the test cache does not see; walking
// them here makes a change of any fixture run the attacks again.
func TestExploitLab(t *testing.T) {
	dir := checktest.Dir(t)
	err := filepath.WalkDir(dir, func(_ string, _ fs.DirEntry, err error) error { return err })
	if err != nil {
		t.Fatal(err)
	}
	passTests(t, dir)
	modules, err := os.ReadDir(filepath.Join(dir, "apart"))
	if err != nil {
		t.Fatal(err)
	}
	for _, module := range modules {
		t.Run(module.Name(), func(t *testing.T) { passTests(t, checktest.DirApart(t, module.Name())) })
	}
}

// passTests runs the tests of a module.
func passTests(t *testing.T, dir string) {
	t.Helper()
	cmd := exec.Command("go", "test", "./...")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
