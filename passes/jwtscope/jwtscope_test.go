package jwtscope_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/jwtscope"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtscope.New(engine.NewAccess(nil)).Analyzer, "./jwtscope/...")
}
