package cli

import "testing"

// TestWithin: only what lies below the folder loses its name.
func TestWithin(t *testing.T) {
	for text, want := range map[string]string{
		"/src/a/x.go:1:2: found packages a (a.go) and b in /src/a": "a/x.go:1:2: found packages a (a.go) and b in a",
		"/src":                      ".",
		"/other/src/x.go, /srcs/y":  "/other/src/x.go, /srcs/y",
		`open "/src/x.go" (/src/y)`: `open "x.go" (y)`,
	} {
		if got := within("/src", text); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}
