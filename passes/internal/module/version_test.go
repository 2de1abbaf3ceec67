package module

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestVersion: what the place of the files tells beside the version required.
func TestVersion(t *testing.T) {
	vendored := t.TempDir()
	list := `# example.com/Lib v1.2.0
## explicit
example.com/Lib/api
# example.com/fork v1.0.0 => example.com/other v1.1.0
# example.com/newer v1.0.0 => example.com/newer v1.3.0
# example.com/near v1.0.0 => ./near
`
	if err := os.Mkdir(filepath.Join(vendored, "vendor"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(vendored, "vendor", "modules.txt"), []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	in := func(name string) string { return filepath.ToSlash(vendored) + "/vendor/" + name }
	for _, c := range []struct {
		file, pkg, path, required string
		version                   string
		replaced                  bool
	}{
		{"/cache/example.com/!lib@v1.2.0/api/api.go", "example.com/Lib/api", "example.com/Lib", "v1.2.0", "v1.2.0", false},
		{"/cache/example.com/!lib@v1.2.0+incompatible/api.go", "example.com/Lib", "example.com/Lib", "v1.2.0+incompatible", "v1.2.0+incompatible", false},
		{"/cache/example.com/!lib@v1.3.0/api.go", "example.com/Lib", "example.com/Lib", "v1.2.0", "v1.3.0", false},
		{"/cache/example.com/fork@v1.2.0/api.go", "example.com/Lib", "example.com/Lib", "v1.2.0", "", true},
		{"/home/me/lib/api.go", "example.com/Lib", "example.com/Lib", "v1.2.0", "", true},
		{"/home/me/lib/api.go", "example.com/Lib", "example.com/Lib", "", "", true},
		{in("example.com/Lib/api/api.go"), "example.com/Lib/api", "example.com/Lib", "v1.2.0", "v1.2.0", false},
		{in("example.com/fork/api.go"), "example.com/fork", "example.com/fork", "v1.0.0", "", true},
		{in("example.com/newer/api.go"), "example.com/newer", "example.com/newer", "v1.0.0", "v1.3.0", false},
		{in("example.com/near/api.go"), "example.com/near", "example.com/near", "v1.0.0", "", true},
		{in("example.com/unlisted/api.go"), "example.com/unlisted", "example.com/unlisted", "v1.0.0", "", false},
		{"/nowhere/vendor/example.com/Lib/api.go", "example.com/Lib", "example.com/Lib", "v1.2.0", "", false},
	} {
		p := pass(t, c.file, c.pkg)
		p.Module = &analysis.Module{Path: c.path, Version: c.required}
		if version, replaced := Version(p); version != c.version || replaced != c.replaced {
			t.Errorf("%s: %q, replaced %t; want %q, %t", c.file, version, replaced, c.version, c.replaced)
		}
	}
	if version, replaced := Version(pass(t, "external/com_example/api.go", "example.com/Lib")); version != "" || replaced {
		t.Errorf("a driver without modules: %q, %t", version, replaced)
	}
}
