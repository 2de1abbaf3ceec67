package jwtleak_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtleak"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtleak.New(flow.Analyzer).Analyzer, "./jwtleak/...")
}
