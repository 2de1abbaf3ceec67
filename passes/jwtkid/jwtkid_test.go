package jwtkid_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtkid"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtkid.New(flow.Analyzer).Analyzer, "./jwtkid/...")
}
