package jwtexp_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtexp"
)

func TestFixes(t *testing.T) {
	checktest.Fixed(t, jwtexp.New(flow.Analyzer).Analyzer, "./fixes/jwtexp/offered/...")
}

func TestRefusals(t *testing.T) {
	checktest.Refused(t, jwtexp.New(flow.Analyzer).Analyzer, "./fixes/jwtexp/refused/...")
}
