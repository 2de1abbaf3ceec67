package rule

import (
	"errors"

	"golang.org/x/tools/go/analysis"
)

// Single returns the rule as an analyzer for drivers that take analyzers one
// by one, such as Bazel's nogo, and know no levels: whatever it reports breaks
// a build. Its flag -level keeps back what is below, by default notes, as the
// command does; -strict asks for notes, and so does who names a rule that is off
// by default.
func Single(r *Rule) *analysis.Analyzer {
	least := Warning
	if !r.Default {
		least = Note
	}
	a := r.Analyzer
	a.Flags.Func("level", "report findings of this `level` and above: note, warning or error (default warning)", func(text string) error {
		level, ok := ParseLevel(text)
		if !ok {
			return errors.New("want note, warning or error")
		}
		least = level
		return nil
	})
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		filtered := *pass
		filtered.Report = func(d analysis.Diagnostic) {
			c, ok := r.Category(d.Category)
			if !ok || c.Level >= least || a.Flags.Lookup("strict").Value.String() == "true" {
				pass.Report(d)
			}
		}
		return run(&filtered)
	}
	return a
}
