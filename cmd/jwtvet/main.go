// Jwtvet finds misuse of JSON Web Tokens in Go code: by itself as
// "jwtvet ./...", or as the tool of "go vet -vettool".
package main

import (
	"os"

	"github.com/jwtvet/jwtvet/cmd/internal/cli"
)

func main() {
	os.Exit(cli.Run(os.Args[1:], os.Stdout, os.Stderr))
}
