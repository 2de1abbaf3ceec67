package bench

import (
	"fmt"
	"io"
	"runtime"
	"slices"
	"text/tabwriter"
)

// Report is all that a run has found out.
type Report struct {
	Dir          string
	Packages     []string // as the command line names them
	Lines        int
	Named, LetIn int     // packages that were named, and that the rules ran on, dependencies included
	Share        float64 // of the named packages that the rules ran on
	Platform     string
	Processors   int
	Programs     []Program
	Commands     []*Command
	Ratios       []Ratio

	tree *tree
}

// Program is what was run.
type Program struct{ Name, Version string }

// Command is one of the commands with its samples, in the order of the rounds.
type Command struct {
	Name    string
	Line    string
	Samples []Sample
	face    face
}

// Ratio compares two commands: each round's samples with each other.
type Ratio struct {
	Of, Over, Measure string
	Spread
	Most float64 `json:",omitempty"` // that is promised
}

// Spread is the middle one of several figures and the outermost.
type Spread struct{ Median, Min, Max float64 }

// spread sums figures up; of an even number the middle is between two.
func spread(figures []float64) Spread {
	s := slices.Sorted(slices.Values(figures))
	n := len(s)
	return Spread{(s[(n-1)/2] + s[n/2]) / 2, s[0], s[n-1]}
}

// String prints the figures to three places or so.
func (s Spread) String() string {
	places := 0
	for limit := 100.0; places < 3 && s.Median < limit; limit /= 10 {
		places++
	}
	places = min(places, 2)
	return fmt.Sprintf("%.*f (%.*f..%.*f)", places, s.Median, places, s.Min, places, s.Max)
}

func (r *Report) describe(t *tree) {
	r.tree = t
	r.Lines, r.Named, r.LetIn, r.Share = t.Lines, len(t.Named), len(t.LetIn), t.share()
	r.Platform, r.Processors = runtime.GOOS+"/"+runtime.GOARCH, runtime.NumCPU()
}

// ratios compares the commands that have run.
func (r *Report) ratios(limits []limit) []Ratio {
	samples := make(map[string][]Sample)
	for _, c := range r.Commands {
		samples[c.Name] = c.Samples
	}
	var out []Ratio
	for _, l := range limits {
		of, over := samples[l.of], samples[l.over]
		if len(of) == 0 || len(over) == 0 && l.over != "" {
			continue
		}
		var figures []float64
		for round, s := range of {
			base := 1000.0 // MB
			if l.over != "" {
				base = l.measure.of(over[round])
			}
			if base > 0 {
				figures = append(figures, l.measure.of(s)/base)
			}
		}
		if len(figures) > 0 {
			out = append(out, Ratio{l.of, l.over, l.measure.name, spread(figures), l.most(r.tree)})
		}
	}
	return out
}

// text prints the report for people.
func (r *Report) text(w io.Writer) error {
	fmt.Fprintf(w, "%s %v: %d lines in %d packages; the rules run on %.0f %% of them, with dependencies on %d\n",
		r.Dir, r.Packages, r.Lines, r.Named, 100*r.Share, r.LetIn)
	fmt.Fprintf(w, "%s, %d processors\n", r.Platform, r.Processors)
	for _, p := range r.Programs {
		fmt.Fprintf(w, "  %-13s %s\n", p.Name, p.Version)
	}
	fmt.Fprintf(w, "\nMedian (least..most) of %d rounds; the peak is that of the largest process.\n\n", len(r.Commands[0].Samples))
	t := tabwriter.NewWriter(w, 0, 0, 3, ' ', 0)
	fmt.Fprintln(t, "command\tCPU s\twall s\tpeak MB\t")
	for _, c := range r.Commands {
		fmt.Fprintf(t, "%s\t%v\t%v\t%v\t\n", c.Name, c.spread(cpu), c.spread(wall), c.spread(memory))
	}
	fmt.Fprintln(t, "\t\t\t\t")
	fmt.Fprintln(t, "ratio\tof\tmedian\tpromised\t")
	for _, ratio := range r.Ratios {
		fmt.Fprintf(t, "%s\t%s\t%v\t%s\t\n", ratio.title(), ratio.Measure, ratio.Spread, ratio.promise())
	}
	return t.Flush()
}

func (c *Command) spread(m measure) Spread {
	var figures []float64
	for _, s := range c.Samples {
		figures = append(figures, m.of(s))
	}
	return spread(figures)
}

func (r Ratio) title() string {
	if r.Over == "" {
		return r.Of + " in GB"
	}
	return r.Of + " / " + r.Over
}

// promise tells the limit, and whether the median keeps it.
func (r Ratio) promise() string {
	switch {
	case r.Most == 0:
		return "-"
	case r.Median > r.Most:
		return fmt.Sprintf("at most %g: BROKEN", r.Most)
	}
	return fmt.Sprintf("at most %g", r.Most)
}
