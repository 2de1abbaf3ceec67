package jwtpanic_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtpanic"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtpanic.New(flow.Analyzer).Analyzer, "./jwtpanic/...")
}
