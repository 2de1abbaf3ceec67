package main_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestModels: what a project says about its own packages changes the findings,
// to the same ones in both faces.
func TestModels(t *testing.T) {
	dir, tool := fixtures(t), build(t)
	file := filepath.Join(dir, "options", "models", "models.yml")
	without := findings(run(t, dir, tool, "-config=none", "./options/models/...").stdout, dir)
	with := findings(run(t, dir, tool, "-config="+file, "./options/models/...").stdout, dir)
	if len(with) == 0 || slices.Equal(with, without) {
		t.Errorf("with and without models: %v", with)
	}
	t.Setenv("JWTVET_CONFIG", file)
	vet := run(t, dir, "go", "vet", "-vettool="+tool, "./options/models/...")
	if got := findings(vet.stderr, dir); !slices.Equal(got, with) {
		t.Errorf("under go vet:\n%v\nby itself:\n%v", got, with)
	}
}

// TestBadModels: a model that names nothing is one line with its place and
// what is meant, in both faces.
func TestBadModels(t *testing.T) {
	dir, tool := scratch(t, map[string]string{
		"auth/auth.go": "package auth\n\n" + usesJWT + "\nfunc Verify(token string) error { return nil }\n",
	}), build(t)
	for text, want := range map[string]string{
		"{name: Verfy, does: verifies, token: 0}":  `.jwtvet.yml:3:15: package example.com/scratch/auth has no function Verfy, did you mean Verify?`,
		"{name: Verify, does: verifies, token: 3}": `.jwtvet.yml:3:`,
		"{name: Verify, does: verifys}":            `.jwtvet.yml:3:30: Verify: nothing does "verifys", did you mean verifies?`,
	} {
		writeFile(t, "models:\n- package: example.com/scratch/auth\n  funcs: [    "+text+"]\n", dir, ".jwtvet.yml")
		for face, got := range map[string]outcome{
			"by itself": run(t, dir, tool, "-q", "./..."),
			"go vet":    run(t, dir, "go", "vet", "-vettool="+tool, "./..."),
		} {
			if got.status != 1 || !strings.Contains(got.stderr, want) {
				t.Errorf("%s, %s: no %s in %+v", text, face, want, got)
			}
		}
	}
}
