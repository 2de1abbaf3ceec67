package jwtkey_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtkey"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtkey.New(flow.Analyzer).Analyzer, "./jwtkey/...")
}

// TestApart: echo's own middleware left echo, and jwx v4 needs an experiment of Go.
func TestApart(t *testing.T) {
	for _, module := range []string{"echo4", "jwx4"} {
		t.Run(module, func(t *testing.T) { checktest.RunApart(t, jwtkey.New(flow.Analyzer).Analyzer, module) })
	}
}
