package fix_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/cmd/internal/finding"
	"github.com/jwtvet/jwtvet/cmd/internal/fix"
)

const source = "package p\n\nvar x = f(one, two)\n"

// at is a fix that puts a text in place of another, or behind it if that is
// said with a plus.
func at(t *testing.T, file, old, text string) finding.Fix {
	t.Helper()
	start := strings.Index(source, old)
	if start < 0 {
		t.Fatalf("no %q in the source", old)
	}
	end := start + len(old)
	if more, ok := strings.CutPrefix(text, "+"); ok {
		start, text = end, more
	}
	return finding.Fix{Message: text, Edits: []finding.Edit{{File: file, Start: start, End: end, New: text}}}
}

func TestMerge(t *testing.T) {
	file := filepath.Join(t.TempDir(), "p.go")
	edit := func(old, text string) finding.Fix { return at(t, file, old, text) }
	both := func(a, b finding.Fix) finding.Fix {
		return finding.Fix{Message: "both", Edits: slices.Concat(a.Edits, b.Edits)}
	}
	cases := map[string]struct {
		fixes []finding.Fix
		want  string   // the line that is changed
		left  []string // titles
	}{
		"several at one place": {[]finding.Fix{edit("two", "+, three"), edit("two", "+, four"), edit("two", "+, five")},
			"var x = f(one, two, three, four, five)", nil},
		"the same twice": {[]finding.Fix{edit("two", "+, three"), edit("two", "+, four"), edit("two", "+, three")},
			"var x = f(one, two, three, four)", nil},
		"overlap":           {[]finding.Fix{edit("one, two", "three"), edit("two", "four")}, "var x = f(three)", []string{"four"}},
		"two texts for one": {[]finding.Fix{edit("two", "three"), edit("two", "four")}, "var x = f(one, three)", []string{"four"}},
		"as a whole":        {[]finding.Fix{edit("two", "three"), both(edit("one", "0"), edit("two", "4"))}, "var x = f(one, three)", []string{"both"}},
		"touching":          {[]finding.Fix{edit("two", "+, three"), edit("two", "2")}, "var x = f(one, 2, three)", nil},
		"formatted":         {[]finding.Fix{edit("two", "+,three ,")}, "var x = f(one, two, three)", nil},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile(file, []byte(source), 0o600); err != nil {
				t.Fatal(err)
			}
			plan, err := fix.Merge(c.fixes)
			if err != nil {
				t.Fatal(err)
			}
			if len(plan.Changes) != 1 || string(plan.Changes[0].New) != "package p\n\n"+c.want+"\n" {
				t.Errorf("changes: %+v", plan.Changes)
			}
			var left []string
			for _, f := range plan.Left {
				left = append(left, f.Message)
			}
			if !slices.Equal(left, c.left) {
				t.Errorf("left: %q, want %q", left, c.left)
			}
		})
	}
}

// TestMergeGivesUp: what cannot be applied is an error, and the file stays.
func TestMergeGivesUp(t *testing.T) {
	file := filepath.Join(t.TempDir(), "p.go")
	if _, err := fix.Merge([]finding.Fix{at(t, file, "two", "three")}); err == nil {
		t.Error("no error for a file that is gone")
	}
	for name, c := range map[string]struct{ content, text string }{
		"shorter than when it was analysed": {"package p\n", "three"},
		"would not parse":                   {source, "("},
	} {
		if err := os.WriteFile(file, []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := fix.Merge([]finding.Fix{at(t, file, "two", c.text)}); err == nil {
			t.Errorf("%s: no error", name)
		}
		if data, err := os.ReadFile(file); err != nil || string(data) != c.content {
			t.Errorf("%s: the file is now %q, %v", name, data, err)
		}
	}
}
