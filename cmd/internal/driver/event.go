package driver

import (
	"sync"
	"time"
)

// Phase is a part of the work.
type Phase string

const (
	// Listing finds the packages.
	Listing Phase = "list"
	// Checking parses and type-checks a package.
	Checking Phase = "type-check"
	// Analysing runs the rules on a package.
	Analysing Phase = "analyse"
)

// Event tells that a phase is over, for one package or, when listing, for all.
type Event struct {
	Phase       Phase
	Package     string
	Took        time.Duration
	Done, Total int // packages loaded by now, and to be loaded
}

// watcher hands events on, one at a time.
type watcher struct {
	mu    sync.Mutex
	see   func(Event)
	done  int
	total int
}

// phase notes what began at start. A package is done when it has been analysed, or
// checked if it is not to be analysed: last says so.
func (w *watcher) phase(p Phase, pkg string, start time.Time, last bool) {
	if w.see == nil {
		return
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if last {
		w.done++
	}
	w.see(Event{p, pkg, time.Since(start), w.done, w.total})
}
