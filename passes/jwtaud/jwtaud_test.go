package jwtaud_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtaud"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtaud.New(flow.Analyzer).Analyzer, "./jwtaud/...")
}

// TestApart: echo's own middleware left echo, and jwx v4 needs an experiment of Go.
func TestApart(t *testing.T) {
	for _, module := range []string{"echo4", "jwx4"} {
		t.Run(module, func(t *testing.T) { checktest.RunApart(t, jwtaud.New(flow.Analyzer).Analyzer, module) })
	}
}

func TestStrict(t *testing.T) {
	a := jwtaud.New(flow.Analyzer).Analyzer
	if err := a.Flags.Set("strict", "true"); err != nil {
		t.Fatal(err)
	}
	checktest.Run(t, a, "./strict/jwtaud/...")
}
