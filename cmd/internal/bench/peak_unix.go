//go:build unix

package bench

import (
	"os"
	"runtime"
	"syscall"
)

// peak returns the most bytes that one process of a command held.
func peak(state *os.ProcessState) float64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return float64(usage.Maxrss)
	}
	return float64(usage.Maxrss) * 1024 // The others count in kilobytes.
}
