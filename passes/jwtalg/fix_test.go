package jwtalg_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtalg"
)

func TestFixes(t *testing.T) {
	checktest.Fixed(t, jwtalg.New(flow.Analyzer).Analyzer, "./fixes/jwtalg/offered/...")
}

func TestRefusals(t *testing.T) {
	checktest.Refused(t, jwtalg.New(flow.Analyzer).Analyzer, "./fixes/jwtalg/refused/...")
}
