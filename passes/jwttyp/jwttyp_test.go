package jwttyp_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwttyp"
)

func Test(t *testing.T) {
	checktest.Run(t, jwttyp.New(flow.Analyzer).Analyzer, "./jwttyp/...")
}
