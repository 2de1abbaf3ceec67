//go:build ignore

// The program is a tool of go vet that looks for nothing: what is left is the
// cost of the stock unitchecker.
package main

import "golang.org/x/tools/go/analysis/unitchecker"

func main() { unitchecker.Main() }
