package driver

import (
	"bytes"
	"maps"
	"os/exec"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/engine"
)

// addFaults adds what is wrong with the models of a package. Its test variant
// has the same to say.
func (o *Outcome) addFaults(faults engine.Faults) {
	for _, f := range faults {
		if !slices.Contains(o.Faults, f) {
			o.Faults = append(o.Faults, f)
		}
	}
}

// unlisted finds models of packages that do not exist, by what they resemble.
// That a package is not among the listed ones is no fault: a configuration may
// serve several modules. It is one if the go command cannot find the package,
// and there is one of nearly the same name.
func unlisted(opts Options, pkgs []*listed) engine.Faults {
	paths := make([]string, 0, len(pkgs))
	for _, p := range pkgs {
		paths = append(paths, p.ImportPath)
	}
	doubtful := opts.Own.Misspelt(paths)
	if len(doubtful) == 0 {
		return nil
	}
	args := []string{"list", "-e", "-f", "{{if .Error}}{{.ImportPath}}{{end}}", "--"}
	args = append(args, slices.Sorted(maps.Keys(doubtful))...)
	cmd := exec.Command("go", args...)
	cmd.Dir = opts.Dir
	if opts.Alone {
		cmd.Env = append(cmd.Environ(), "GOWORK=off")
	}
	var out bytes.Buffer
	cmd.Stdout = &out
	if cmd.Run() != nil {
		return nil // Then nobody can tell.
	}
	var faults engine.Faults
	for _, path := range strings.Fields(out.String()) {
		faults = append(faults, doubtful[path])
	}
	return faults
}
