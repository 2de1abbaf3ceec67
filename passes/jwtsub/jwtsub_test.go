package jwtsub_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/jwtsub"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtsub.New(engine.NewAccess(nil)).Analyzer, "./jwtsub/...")
}
