package access

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
)

// wide is a unit whose guards hold many origins against many, as a generated
// comparison of two records does.
func wide(random *rand.Rand, origins, guards int) *unit {
	u := &unit{number: make(map[Origin]int)}
	for _, o := range []Origin{{Source: Identity}, {Source: Role}, {Source: Stored}} {
		u.intern(o)
	}
	for i := len(u.origins); i < origins; i++ {
		o := Origin{Source: Source(1 + random.IntN(int(Value))), Name: strconv.Itoa(i / 2)}
		if o.Source == ID {
			o.scope = i % 2 // The same ID, read by two literals.
		}
		u.intern(o)
	}
	for range guards {
		g := &guard{deciding: true, test: test{picks: random.IntN(2) == 0}}
		for range random.IntN(len(u.origins)) {
			g.a, g.b = g.a.with(random.IntN(len(u.origins))), g.b.with(random.IntN(len(u.origins)))
		}
		u.guards = append(u.guards, g)
	}
	return u
}

// pairwise lists what is held against each other guard by guard.
func pairwise(u *unit) []Gate {
	best := make(map[Gate]bool) // without Picks; whether it only picks
	for _, g := range u.guards {
		for _, sides := range [][2]set{{g.a, g.b}, {g.b, g.a}} {
			sides[0].members(func(i int) {
				sides[1].members(func(j int) {
					id, by := u.origins[i], u.origins[j]
					if i == j || id.Source != Operand && id.Source != ID || by.Source != Operand && by.Source != Identity && by.Source != Value {
						return
					}
					id.scope = 0
					pair := Gate{ID: id, By: by}
					picks, ok := best[pair]
					best[pair] = g.picks && (picks || !ok)
				})
			})
		}
	}
	var out []Gate
	for pair, picks := range best {
		pair.Picks = picks
		out = append(out, pair)
	}
	slices.SortFunc(out, func(a, b Gate) int {
		if c := compareOrigins(a.By, b.By); c != 0 {
			return c
		}
		return compareOrigins(a.ID, b.ID)
	})
	return out[:min(len(out), maxGates)]
}

func TestMeetings(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	for range 200 {
		u := wide(random, 5+random.IntN(40), 1+random.IntN(8))
		want := pairwise(u)
		if got := u.gates(0, nil); !slices.Equal(got, want) {
			t.Fatalf("%d origins, %d guards:\ngot  %v\nwant %v", len(u.origins), len(u.guards), got, want)
		}
	}
}

// A deployment tool's generated code has functions with hundreds of fields and
// guards. Pair by pair they took most of the run and 2 GB.
func TestMeetingsAreCounted(t *testing.T) {
	u := wide(rand.New(rand.NewPCG(7, 11)), setSize, 400)
	made := testing.AllocsPerRun(3, func() { u.gates(0, nil) })
	if most := 2000.0; made > most {
		t.Errorf("%.0f allocations for 400 guards over %d origins, more than %.0f", made, setSize, most)
	}
}
