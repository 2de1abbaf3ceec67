package access_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow/access"
)

// TestFacts holds what drivers rely on in the engine's facts.
func TestFacts(t *testing.T) {
	checktest.Facts(t, access.New(new(access.Options), nil).Analyzer, 16<<10)
}
