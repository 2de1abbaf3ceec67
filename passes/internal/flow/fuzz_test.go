package flow_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// FuzzEngine feeds the rules with generated programs that use the library in
// odd ways. They must not panic, must come to an end soon, and must say the
// same twice. Without -fuzz it runs a fixed number of programs; longer:
//
//	go test -fuzz=FuzzEngine -fuzztime=60s -fuzzminimizetime=10x ./passes/internal/flow
//
// Without the last flag the fuzzer spends its time on making inputs shorter
// that are of no interest but for their coverage.
func FuzzEngine(f *testing.F) {
	n := uint64(seeds)
	if testing.Short() {
		n /= 10
	}
	for seed := range n {
		f.Add(seedBytes(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p := generate(data)
		stop := watch(p)
		first, second := analyse(t, p), analyse(t, p)
		stop()
		if a, b := strings.Join(first, "\n"), strings.Join(second, "\n"); a != b {
			t.Fatalf("two runs differ:\n%s\n\n%s\n\n%s", a, b, p)
		}
	})
}

const (
	seeds = 150
	// patience is for two runs over one program, which take less than 0.1 s.
	patience = 10 * time.Second
)

// seedBytes are the bytes of a program that uses most of the grammar.
func seedBytes(seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 1))
	data := make([]byte, 256+r.IntN(4096))
	for i := range data {
		data[i] = byte(r.Uint32())
	}
	return data
}

// watch ends the process if it is not stopped in time: a program that keeps
// the engine busy for ever would otherwise show as a test that was killed, or
// as a machine without memory, and not as the program.
func watch(p generated) (stop func()) {
	timer := time.AfterFunc(patience, func() { panic("still busy after " + patience.String() + " with\n" + p.String()) })
	return func() { timer.Stop() }
}

// TestProgramsAreOdd: the fixed programs use every alternative of the grammar,
// and the rules find in them what they are made for.
func TestProgramsAreOdd(t *testing.T) {
	used := make(map[string]bool)
	var found strings.Builder
	for seed := range uint64(seeds) {
		p := generate(seedBytes(seed))
		for name := range p.used {
			used[name] = true
		}
		if seed < 20 {
			found.WriteString(strings.Join(analyse(t, p), "\n"))
		}
	}
	for name, alternatives := range grammar {
		for i, text := range alternatives {
			if !used[alternative(name, i)] {
				t.Errorf("no program has %s: %s", name, text)
			}
		}
	}
	for _, category := range []string{
		"jwtalg/none", "jwtalg/unpinned", "jwtaud/missing", "jwtexp/shadowed", "jwtiss/missing", "jwtkey/hardcoded", "jwtverify/dead-hook",
	} {
		if !strings.Contains(found.String(), category) {
			t.Errorf("no finding of %s in 20 programs", category)
		}
	}
}
