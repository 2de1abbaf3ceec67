package jwtverify_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtverify"
)

func TestFixes(t *testing.T) {
	checktest.Fixed(t, jwtverify.New(flow.Analyzer).Analyzer, "./fixes/jwtverify/offered/...")
}

func TestRefusals(t *testing.T) {
	checktest.Refused(t, jwtverify.New(flow.Analyzer).Analyzer, "./fixes/jwtverify/refused/...")
}
