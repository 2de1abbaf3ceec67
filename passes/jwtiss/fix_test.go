package jwtiss_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtiss"
)

func TestFixes(t *testing.T) {
	checktest.Fixed(t, jwtiss.New(flow.Analyzer).Analyzer, "./fixes/jwtiss/offered/...")
}

func TestRefusals(t *testing.T) {
	checktest.Refused(t, jwtiss.New(flow.Analyzer).Analyzer, "./fixes/jwtiss/refused/...")
}
