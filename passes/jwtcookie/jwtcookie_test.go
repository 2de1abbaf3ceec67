package jwtcookie_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtcookie"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtcookie.New(flow.Analyzer).Analyzer, "./jwtcookie/...")
}
