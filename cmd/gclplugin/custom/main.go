// Custom is golangci-lint with jwtvet built in. It is a module of its own, so
// that nobody who installs jwtvet builds golangci-lint.
package main

import (
	"os"
	"runtime"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/jwtvet/jwtvet/cmd/gclplugin"
)

func main() {
	// golangci-lint keeps results by this version. For "(devel)" it takes the
	// content of the program in its place, jwtvet included.
	info := commands.BuildInfo{Version: "(devel)", GoVersion: runtime.Version()}
	if err := commands.Execute(info); err != nil {
		os.Exit(exitcodes.Failure) // The error has been printed.
	}
}
