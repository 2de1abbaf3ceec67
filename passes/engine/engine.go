// Package engine sets the engine up for front ends and the registry, which do
// not see its rooms.
package engine

import (
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
)

// New returns an engine for the rules that are to run together.
func New() *analysis.Analyzer { return flow.New() }
