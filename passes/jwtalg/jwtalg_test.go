package jwtalg_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtalg"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtalg.New(flow.Analyzer).Analyzer, "./jwtalg/...")
}

func TestStrict(t *testing.T) {
	a := jwtalg.New(flow.Analyzer).Analyzer
	if err := a.Flags.Set("strict", "true"); err != nil {
		t.Fatal(err)
	}
	checktest.Run(t, a, "./strict/jwtalg/...")
}
