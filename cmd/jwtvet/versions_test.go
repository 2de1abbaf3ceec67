package main_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestVersions: what is known of a library's version is what the build uses,
// in either face: a required one, one that a replace directive names, also
// after vendoring, and a folder, of which nothing is known.
func TestVersions(t *testing.T) {
	const uses = "package a\n\nimport \"github.com/golang-jwt/jwt/v4\"\n\nvar Claims jwt.MapClaims\n"
	const required, path = "\nrequire github.com/golang-jwt/jwt/v4 v4.5.0\n", "github.com/golang-jwt/jwt/v4"
	old := []string{"a.go:3:8 golang-jwt v4.5.0 has GO-2025-3553 (parsing exhausts the memory) and 1 more; require v4.5.2 or later (jwtdep/vulnerable)"}
	later := []string{"a.go:3:8 golang-jwt v4.5.1 has GO-2025-3553 (parsing exhausts the memory); require v4.5.2 or later (jwtdep/vulnerable)"}
	for _, c := range []struct {
		name, replace string
		want          []string
	}{
		{"required", "", old},
		{"replaced by another version", "replace " + path + " => " + path + " v4.5.1\n", later},
		{"replaced by one that mends it", "replace " + path + " => " + path + " v4.5.2\n", nil},
		{"replaced by a folder", "replace " + path + " => ./near\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			writeIn(t, dir, "go.mod", "module example.com/a\n\ngo 1.26.0\n"+required+c.replace)
			writeIn(t, dir, "a.go", uses)
			writeIn(t, dir, "near/go.mod", "module "+path+"\n\ngo 1.26.0\n")
			writeIn(t, dir, "near/near.go", "package jwt\n\ntype MapClaims map[string]any\n")
			for _, args := range [][]string{{"mod", "tidy"}, {"mod", "vendor"}} {
				if out, err := exec.Command("go", append([]string{"-C", dir}, args...)...).CombinedOutput(); err != nil {
					t.Fatalf("%v\n%s", err, out)
				}
				if args[1] == "tidy" {
					t.Setenv("GOFLAGS", "-mod=mod")
				} else {
					t.Setenv("GOFLAGS", "-mod=vendor")
				}
				for face, text := range map[string]string{
					"by itself": quiet(t, dir, "./...").stdout,
					"go vet":    run(t, dir, "go", "vet", "-vettool="+build(t), "./...").stderr,
				} {
					got := slices.DeleteFunc(findings(text, dir), func(f string) bool { return !strings.Contains(f, "jwtdep/") })
					if !slices.Equal(got, c.want) {
						t.Errorf("%s after go mod %s: %q, want %q\n%s", face, args[1], got, c.want, text)
					}
				}
			}
		})
	}
}
