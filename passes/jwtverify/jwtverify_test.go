package jwtverify_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtverify"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtverify.New(flow.Analyzer).Analyzer, "./jwtverify/...")
}
