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

func TestStrict(t *testing.T) {
	a := jwtaud.New(flow.Analyzer).Analyzer
	if err := a.Flags.Set("strict", "true"); err != nil {
		t.Fatal(err)
	}
	checktest.Run(t, a, "./strict/jwtaud/...")
}
