//go:build !unix

package bench

import "os"

// peak returns 0: there is no simple way to ask for it.
func peak(*os.ProcessState) float64 { return 0 }
