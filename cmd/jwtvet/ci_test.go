package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCIFormats: a job that runs in a folder below the checkout names files
// from the root of the repository, which its environment tells, in the
// formats that CI services read; elsewhere from the working directory.
func TestCIFormats(t *testing.T) {
	dir := scratch(t, nil)
	const fromRoot, fromHere = "module/good/good.go", "good/good.go"
	checkout := t.TempDir()
	if err := os.Rename(dir, filepath.Join(checkout, "module")); err != nil {
		t.Fatal(err)
	}
	dir = filepath.Join(checkout, "module")
	cases := []struct{ format, service, want string }{
		{"github", "GITHUB_WORKSPACE", "::error file=" + fromRoot + ",line=6,endLine=6,col=88,"},
		{"github", "CI_PROJECT_DIR", "::error file=" + fromHere + ",line=6,"},
		{"gitlab", "CI_PROJECT_DIR", `"path": "` + fromRoot + `"`},
		{"gitlab", "GITHUB_WORKSPACE", `"path": "` + fromHere + `"`},
		{"sarif", "GITHUB_WORKSPACE", `"uri": "` + fromRoot + `"`},
		{"sarif", "CI_PROJECT_DIR", `"uri": "` + fromRoot + `"`},
		{"sarif", "NO_SERVICE", `"uri": "` + fromHere + `"`},
		{"text", "GITHUB_WORKSPACE", fromHere + ":6:88: error: "},
		{"json", "GITHUB_WORKSPACE", `"file": "` + fromHere + `"`},
	}
	for _, c := range cases {
		t.Run(c.format+" "+c.service, func(t *testing.T) {
			t.Setenv("GITHUB_WORKSPACE", "")
			t.Setenv("CI_PROJECT_DIR", "")
			t.Setenv(c.service, checkout)
			got := run(t, dir, build(t), "-format="+c.format, "./...")
			if got.status != 3 || !strings.Contains(got.stdout, c.want) {
				t.Errorf("want status 3 and %s: %+v", c.want, got)
			}
			if again := run(t, checkout, build(t), "-C", "module", "-format="+c.format, "./..."); again != got {
				t.Errorf("otherwise with -C: %+v", again)
			}
		})
	}
}

// TestFingerprintsOfModules: two modules of one repository may hold the same
// file, and their findings stay two.
func TestFingerprintsOfModules(t *testing.T) {
	checkout := t.TempDir()
	t.Setenv("CI_PROJECT_DIR", checkout)
	var reports []string
	for _, name := range []string{"a", "b"} {
		dir := filepath.Join(checkout, name)
		if err := os.Rename(scratch(t, nil), dir); err != nil {
			t.Fatal(err)
		}
		_, report, ok := strings.Cut(run(t, dir, build(t), "-format=gitlab").stdout, `"fingerprint": `)
		if !ok {
			t.Fatal("no fingerprint")
		}
		reports = append(reports, report[:40])
	}
	if reports[0] == reports[1] {
		t.Errorf("both have %s", reports[0])
	}
}
