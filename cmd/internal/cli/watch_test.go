package cli

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/jwtvet/jwtvet/cmd/internal/driver"
)

// TestProgress: who waits at a terminal for longer than two seconds sees how
// far the run is, and nothing of it is left behind; others see nothing.
func TestProgress(t *testing.T) {
	for name, c := range map[string]struct {
		waiting bool
		since   time.Duration
		shown   bool
	}{
		"a short run":   {true, time.Second, false},
		"nobody there":  {false, time.Minute, false},
		"somebody does": {true, time.Minute, true},
	} {
		var out bytes.Buffer
		w := (&settings{}).watch(&out)
		w.waiting, w.start = c.waiting, time.Now().Add(-c.since)
		w.see(driver.Event{Phase: driver.Checking, Package: "p", Done: 3, Total: 7})
		w.end(&out)
		if shown := strings.Contains(out.String(), "3/7"); shown != c.shown {
			t.Errorf("%s: %q", name, out.String())
		}
		if rest := out.String()[strings.LastIndexByte(out.String(), '\r')+1:]; c.shown && strings.TrimSpace(rest) != "" {
			t.Errorf("%s: %q is left on the line", name, rest)
		}
	}
}
