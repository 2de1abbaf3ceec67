package diag_test

import (
	"os/exec"
	"strings"
	"testing"
)

// TestConcurrency: rules that share an engine may run at the same time. The race
// detector watches, as nothing else tells for sure.
func TestConcurrency(t *testing.T) {
	cmd := exec.Command("go", "test", "-race", "-v", "-run=^TestTogether$", ".")
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "--- PASS: TestTogether") {
		t.Errorf("%v: %v\n%s", cmd.Args, err, out)
	}
}
