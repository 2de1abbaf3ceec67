package jwtiss_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtiss"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtiss.New(flow.Analyzer).Analyzer, "./jwtiss/...")
}

func TestStrict(t *testing.T) {
	a := jwtiss.New(flow.Analyzer).Analyzer
	if err := a.Flags.Set("strict", "true"); err != nil {
		t.Fatal(err)
	}
	checktest.Run(t, a, "./strict/jwtiss/...")
}
