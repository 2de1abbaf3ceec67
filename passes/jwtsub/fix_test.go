package jwtsub_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/jwtsub"
)

func TestFixes(t *testing.T) {
	checktest.Fixed(t, jwtsub.New(engine.NewAccess(nil)).Analyzer, "./fixes/jwtsub/offered/...")
}

func TestRefusals(t *testing.T) {
	checktest.Refused(t, jwtsub.New(engine.NewAccess(nil)).Analyzer, "./fixes/jwtsub/refused/...")
}
