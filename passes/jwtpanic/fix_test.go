package jwtpanic_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtpanic"
)

func TestFixes(t *testing.T) {
	checktest.Fixed(t, jwtpanic.New(flow.Analyzer).Analyzer, "./fixes/jwtpanic/offered")
}

func TestRefusals(t *testing.T) {
	checktest.Refused(t, jwtpanic.New(flow.Analyzer).Analyzer, "./fixes/jwtpanic/refused")
}
