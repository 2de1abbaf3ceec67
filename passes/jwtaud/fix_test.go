package jwtaud_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtaud"
)

func TestFixes(t *testing.T) {
	checktest.Fixed(t, jwtaud.New(flow.Analyzer).Analyzer, "./fixes/jwtaud/offered/...")
}

func TestRefusals(t *testing.T) {
	checktest.Refused(t, jwtaud.New(flow.Analyzer).Analyzer, "./fixes/jwtaud/refused/...")
}
