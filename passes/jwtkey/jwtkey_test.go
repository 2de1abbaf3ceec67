package jwtkey_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtkey"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtkey.New(flow.Analyzer).Analyzer, "./jwtkey/...")
}
