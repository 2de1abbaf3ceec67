//go:build ignore

// The program measures jwtvet beside other tools on a module of yours:
//
//	go run cmd/internal/bench/main.go -C <module> [packages]
//
// or on trees of several sizes that it makes, to see what one package more costs:
//
//	go run cmd/internal/bench/main.go -grow 100,1000,10000
package main

import (
	"os"

	"github.com/jwtvet/jwtvet/cmd/internal/bench"
)

func main() {
	os.Exit(bench.Main(os.Args[1:], os.Stdout, os.Stderr))
}
