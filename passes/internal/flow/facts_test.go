package flow_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
)

// TestFacts holds what drivers rely on in the engine's facts.
func TestFacts(t *testing.T) { checktest.Facts(t, flow.Analyzer, 16<<10) }
