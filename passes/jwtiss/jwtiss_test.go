package jwtiss_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/jwtiss"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtiss.New().Analyzer, "./jwtiss/...")
}

func TestStrict(t *testing.T) {
	a := jwtiss.New().Analyzer
	if err := a.Flags.Set("strict", "true"); err != nil {
		t.Fatal(err)
	}
	checktest.Run(t, a, "./strict/jwtiss/...")
}
