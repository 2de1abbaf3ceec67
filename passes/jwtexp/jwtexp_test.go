package jwtexp_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtexp"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtexp.New(flow.Analyzer).Analyzer, "./jwtexp/...")
}
