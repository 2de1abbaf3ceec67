package bench

import (
	"bytes"
	"strings"
	"testing"
)

// TestRatios: rounds are compared with each other, and promises with the median.
func TestRatios(t *testing.T) {
	r := &Report{
		Dir: "tree", Packages: []string{"./..."}, Platform: "linux/amd64", Processors: 2, Programs: []Program{{"go", "go1.26"}},
		Commands: []*Command{
			{Name: "jwtvet", Samples: []Sample{{1, 1, 1500}, {2, 1, 2500}, {8, 1, 2400}}},
			{Name: "gosec", Samples: []Sample{{10, 1, 1}, {4, 1, 1}, {10, 1, 1}}},
			{Name: "list", Samples: []Sample{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}},
		},
	}
	for _, c := range []struct {
		letIn []string
		want  []string
	}{
		{[]string{"a"}, []string{
			"jwtvet / gosec    CPU   0.50 (0.10..0.80)    at most 0.4: BROKEN",
			"jwtvet in GB      peak  2.40 (1.50..2.50)    at most 2: BROKEN",
			"jwtvet / list     CPU   2.00 (1.00..8.00)    -",
		}},
		{nil, []string{"jwtvet / list     CPU   2.00 (1.00..8.00)    at most 1.3: BROKEN"}},
	} {
		r.describe(&tree{Named: []string{"a", "b"}, LetIn: c.letIn, Lines: 10})
		r.Ratios = r.ratios(limits)
		var out bytes.Buffer
		if err := r.text(&out); err != nil {
			t.Fatal(err)
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), " ") }
		for _, line := range c.want {
			if !strings.Contains(squeeze(out.String()), squeeze(line)) {
				t.Errorf("no line %q in\n%s", squeeze(line), &out)
			}
		}
	}
}

// TestSpread: the middle one and the outermost.
func TestSpread(t *testing.T) {
	for _, c := range []struct {
		figures []float64
		want    string
	}{
		{[]float64{3}, "3.00 (3.00..3.00)"},
		{[]float64{3, 1, 2}, "2.00 (1.00..3.00)"},
		{[]float64{4, 1, 2, 3}, "2.50 (1.00..4.00)"},
		{[]float64{40, 10.5, 20}, "20.0 (10.5..40.0)"},
		{[]float64{400, 1}, "200 (1..400)"},
	} {
		if got := spread(c.figures).String(); got != c.want {
			t.Errorf("%v: %s, want %s", c.figures, got, c.want)
		}
	}
}

// TestLimits: what is compared is among the commands, and a tool of go vet has
// to be twice as cheap as an empty one only where few packages matter.
func TestLimits(t *testing.T) {
	names := strings.Join(faceNames(), " ") + " "
	for _, l := range limits {
		for _, name := range []string{l.of, l.over} {
			if !strings.Contains(names, name+" ") && name != "" {
				t.Errorf("no command is called %s", name)
			}
		}
		few, many := &tree{Named: []string{"a", "b", "c", "d"}, LetIn: []string{"a"}}, &tree{Named: []string{"a"}, LetIn: []string{"a"}}
		if l.of == "vet-cold" && (l.most(few) != 0.5 || l.most(many) != 0.8) {
			t.Errorf("vet-cold: %g and %g", l.most(few), l.most(many))
		}
	}
}
