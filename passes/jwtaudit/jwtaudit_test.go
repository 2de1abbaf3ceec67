package jwtaudit_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/jwtaudit"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtaudit.New(flow.Analyzer, nil).Analyzer, "./jwtaudit/...")
}
