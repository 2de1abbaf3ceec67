package cli

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/jwtvet/jwtvet/cmd/internal/driver"
)

// patience is how long a run may last before it shows how far it is.
const patience = 2 * time.Second

// slowest is how many of the analysed packages -v lists.
const slowest = 20

// watch follows a run: for those who wait at a terminal, and for -v.
type watch struct {
	start    time.Time
	waiting  bool // somebody does
	bar      *progressbar.ProgressBar
	phases   map[driver.Phase]time.Duration
	checked  map[string]time.Duration // by package
	analysed map[string]time.Duration // with the time it took to check
	verbose  bool
	stderr   io.Writer
}

func (s *settings) watch(stderr io.Writer) *watch {
	return &watch{
		start: time.Now(), waiting: terminal(stderr) && !s.quiet, verbose: s.verbose, stderr: stderr,
		phases: make(map[driver.Phase]time.Duration), checked: make(map[string]time.Duration), analysed: make(map[string]time.Duration),
	}
}

// see takes note of a phase that is over.
func (w *watch) see(e driver.Event) {
	if w.verbose {
		w.phases[e.Phase] += e.Took
		switch e.Phase {
		case driver.Checking:
			w.checked[e.Package] = e.Took
		case driver.Analysing:
			w.analysed[e.Package] = w.checked[e.Package] + e.Took
		}
	}
	if !w.waiting || time.Since(w.start) < patience {
		return
	}
	if w.bar == nil {
		w.bar = progressbar.NewOptions(e.Total, progressbar.OptionSetWriter(w.stderr), progressbar.OptionSetDescription("packages"),
			progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
	}
	w.bar.ChangeMax(e.Total) // Each module adds its packages.
	_ = w.bar.Set(e.Done)    // What cannot be shown is not missed.
}

// end clears the bar, and prints the times if asked.
func (w *watch) end(stderr io.Writer) {
	if w.bar != nil {
		_ = w.bar.Clear()
	}
	if !w.verbose {
		return
	}
	for _, phase := range []driver.Phase{driver.Listing, driver.Checking, driver.Analysing} {
		fmt.Fprintf(stderr, "jwtvet: %-10s %7.2f s\n", phase, w.phases[phase].Seconds())
	}
	paths := slices.SortedFunc(maps.Keys(w.analysed), func(a, b string) int {
		return cmp.Or(cmp.Compare(w.analysed[b], w.analysed[a]), cmp.Compare(a, b))
	})
	for _, path := range paths[:min(len(paths), slowest)] {
		fmt.Fprintf(stderr, "jwtvet: %10.2f s %s\n", w.analysed[path].Seconds(), path)
	}
	fmt.Fprintf(stderr, "jwtvet: %s analysed, %d loaded, in %.2f s\n", count(len(paths), "package"), len(w.checked), time.Since(w.start).Seconds())
}
