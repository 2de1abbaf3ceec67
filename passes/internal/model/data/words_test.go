package data

import (
	"slices"
	"testing"
)

// TestWords: a name is taken apart where its case or a sign says so, plurals of
// abbreviations stay whole, and so do letters that take several bytes.
func TestWords(t *testing.T) {
	for name, want := range map[string][]string{
		"":              {},
		"OwnerID":       {"owner", "id"},
		"owner_id":      {"owner", "id"},
		"HTTPServer":    {"http", "server"},
		"userIDs":       {"user", "ids"},
		"IDsOf":         {"ids", "of"},
		"APIstate":      {"ap", "istate"},
		"v2Key":         {"v2", "key"},
		"-x--Y.":        {"x", "y"},
		"straßeÄndern":  {"straße", "ändern"},
		"broken\xffEnd": {"broken", "end"},
	} {
		if got := Words(name); !slices.Equal(got, want) {
			t.Errorf("%q: %q, not %q", name, got, want)
		}
	}
}
