package jwtiss_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/jwtiss"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtiss.New().Analyzer, "./jwtiss/...")
}
