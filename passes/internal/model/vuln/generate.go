//go:build ignore

// The program writes entries.go from the Go vulnerability database:
//
//	go run passes/internal/model/vuln/generate.go -from <its folder data/osv> -date <its last commit's day> -o passes/internal/model/vuln/entries.go
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/jwtvet/jwtvet/passes/internal/model/vuln/table"
)

func main() {
	from := flag.String("from", "", "`folder` of the database's OSV files (data/osv)")
	date := flag.String("date", "", "`day` of the database's last commit, as 2006-01-02")
	out := flag.String("o", "", "Go `file` to write")
	flag.Parse()
	if err := table.Write(*from, *date, *out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}
