package access

import (
	"os"
	"path/filepath"
	"testing"
)

// TestRequiresLibrary: what is remembered of a go.mod is not what another says.
func TestRequiresLibrary(t *testing.T) {
	with, without := t.TempDir(), t.TempDir()
	write := func(dir, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	ask := func(dir string, want bool) {
		t.Helper()
		if got := RequiresLibrary(dir, nil); got != want {
			t.Errorf("the module requires a library: %v, want %v", got, want)
		}
	}
	const plain = "module example.com/plain\n\nrequire golang.org/x/text v0.30.0\n"
	write(with, "module example.com/tokens\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.0\n")
	write(without, plain)
	inner := filepath.Join(with, "api", "v1")
	if err := os.MkdirAll(inner, 0o777); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		ask(inner, true)
		ask(with, true)
		ask(without, false)
	}
	write(with, plain)
	ask(inner, false)
	write(with, "module \"")
	ask(inner, true) // It cannot be read: the types will tell.
}
