package jwtrefresh_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtrefresh"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtrefresh.New(flow.Analyzer).Analyzer, "./jwtrefresh/...")
}
