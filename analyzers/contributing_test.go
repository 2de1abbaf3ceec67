package analyzers_test

import (
	"regexp"
	"strings"
	"testing"
)

var (
	step  = regexp.MustCompile(`(?m)^\d\. `)
	named = regexp.MustCompile("`([\\w/.]+\\.go)`")
	code  = regexp.MustCompile("(?s)```go\n(.*?)```")
	space = regexp.MustCompile(`\s+`)
)

// TestContributingShowsTheRealThing: the code of the example stands in the file
// that the step names, and the files that it names are there.
func TestContributingShowsTheRealThing(t *testing.T) {
	text := read(t, "CONTRIBUTING.md")
	blocks := 0
	for _, part := range step.Split(text, -1)[1:] {
		part, _, _ = strings.Cut(part, "\n\n**") // The next topic.
		files := named.FindAllStringSubmatch(part, -1)
		if len(files) == 0 || !strings.Contains(files[0][1], "/") {
			t.Fatalf("a step names no file: %s", part)
		}
		content := space.ReplaceAllString(read(t, files[0][1]), " ")
		for _, block := range code.FindAllStringSubmatch(part, -1) {
			blocks++
			if want := strings.TrimSpace(space.ReplaceAllString(block[1], " ")); !strings.Contains(content, want) {
				t.Errorf("%s does not contain %s", files[0][1], want)
			}
		}
	}
	if blocks < 2 {
		t.Errorf("found %d blocks of code, want those of the model and of the conformance line", blocks)
	}
}
