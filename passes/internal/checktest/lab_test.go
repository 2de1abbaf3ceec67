package checktest_test

import (
	"os/exec"
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
)

// TestExploitLab runs the tests of the fixtures module: the attacks.
func TestExploitLab(t *testing.T) {
	cmd := exec.Command("go", "test", "./...")
	cmd.Dir = checktest.Dir(t)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
