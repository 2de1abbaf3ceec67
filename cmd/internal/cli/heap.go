package cli

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// A run is short, and so is the life of most that it makes. Collecting whenever the
// heap has grown by a share is too often while it is small, and lets it grow too far
// when it is large: both are bounded here.

const (
	leastMemory  = 150 << 20 // bytes that a run may have before anything is collected
	leastHeap    = 128 << 20 // bytes of them that are objects; the same later on, as they are not given back
	wideHeap     = 400 << 20 // bytes of garbage that are let be while less than that is alive
	usualPercent = 150       // of what is alive, so much may be garbage while it is less
)

// tuneHeap has the collector go by what is alive, unless the user has said how it
// is to work.
var tuneHeap = sync.OnceFunc(func() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(leastMemory)
	afterCollection()
})

// afterCollection tunes the collector again whenever it has finished.
func afterCollection() {
	runtime.AddCleanup(&collected{new(byte)}, func(struct{}) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		debug.SetGCPercent(garbagePercent(live[0].Value.Uint64()))
		debug.SetMemoryLimit(math.MaxInt64)
		afterCollection()
	}, struct{}{})
}

// collected is what nobody holds, so that the next collection finds it. With a
// pointer in it, it does not share its memory with others.
type collected struct{ _ *byte }

// garbagePercent is how much garbage a heap may have of which so many bytes are
// alive, in percent of these: what has been taken once may be filled again.
func garbagePercent(live uint64) int {
	live = max(live, 1<<20)
	usual := max(100, min(usualPercent, 100*wideHeap/live))
	if live < leastHeap {
		usual = max(usual, 100*(leastHeap-live)/live)
	}
	return int(usual)
}
