// Package note knows where to write things down.
package note

import (
	"fmt"
	"os"
)

// Down writes to the program's own output, by way of another function.
func Down(what string) { out(what) }

func out(what string) { fmt.Fprintln(os.Stderr, what) }
