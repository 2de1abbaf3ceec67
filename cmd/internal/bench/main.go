//go:build ignore

// The program measures jwtvet beside other tools on a module of yours:
//
//	go run cmd/internal/bench/main.go -C <module> [packages]
package main

import (
	"os"

	"github.com/jwtvet/jwtvet/cmd/internal/bench"
)

func main() {
	os.Exit(bench.Main(os.Args[1:], os.Stdout, os.Stderr))
}
