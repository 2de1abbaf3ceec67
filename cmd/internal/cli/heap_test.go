package cli

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestGarbagePercent(t *testing.T) {
	const mb = 1 << 20
	for _, c := range []struct {
		live uint64
		want int
	}{
		{0, 12700}, {32 * mb, 300}, {50 * mb, 156}, {52 * mb, 150}, {266 * mb, 150}, {320 * mb, 125}, {400 * mb, 100}, {4000 * mb, 100},
	} {
		if got := garbagePercent(c.live); got != c.want {
			t.Errorf("with %d MB alive, garbage may be %d %%; want %d", c.live/mb, got, c.want)
		}
	}
}

// What the collector is told for the first collection must not stay: a run that
// holds on to more than that would do nothing but collect.
func TestTuneHeap(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	tuneHeap()
	runtime.GC()
	for range 100 {
		if limit := debug.SetMemoryLimit(-1); limit > 1<<60 {
			if got := debug.SetGCPercent(usualPercent); got < 100 || got > garbagePercent(0) {
				t.Errorf("after a collection, garbage may be %d %%", got)
			}
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("a second after a collection, the bound for the first one still holds")
}
