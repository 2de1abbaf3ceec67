package trace_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/flow/trace"
)

// TestFacts holds what drivers rely on in the engine's facts.
func TestFacts(t *testing.T) { checktest.Facts(t, trace.New(nil, flow.Analyzer), 16<<10) }
