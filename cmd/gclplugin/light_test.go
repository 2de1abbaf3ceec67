package gclplugin

import (
	"os/exec"
	"strings"
	"testing"
)

// TestLight: who builds jwtvet, or compiles the plug-in into a golangci-lint
// of any release, gets no other golangci-lint along with it.
func TestLight(t *testing.T) {
	for _, args := range [][]string{{"-deps", "."}, {"-deps", "../../..."}} {
		out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(out), "github.com/golangci/golangci-lint") {
			t.Errorf("go list %v: golangci-lint is among what is built", args)
		}
	}
	out, err := exec.Command("go", "list", "-f", "{{.Name}} {{.ImportPath}}", "../../...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var mains []string
	for line := range strings.Lines(string(out)) {
		if path, ok := strings.CutPrefix(strings.TrimSpace(line), "main "); ok {
			mains = append(mains, path)
		}
	}
	if want := modulePath + "/cmd/jwtvet"; len(mains) != 1 || mains[0] != want {
		t.Errorf("go install ./... builds %v, want %s alone", mains, want)
	}
}
