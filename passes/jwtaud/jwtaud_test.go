package jwtaud_test

import (
	"testing"

	"github.com/jwtvet/jwtvet/passes/internal/checktest"
	"github.com/jwtvet/jwtvet/passes/jwtaud"
)

func Test(t *testing.T) {
	checktest.Run(t, jwtaud.New().Analyzer, "./jwtaud/...")
}
