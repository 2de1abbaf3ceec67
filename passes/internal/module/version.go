package module

import (
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/module"
	"golang.org/x/tools/go/analysis"
)

// Version returns the version of the dependency under analysis, "" if the
// driver does not tell. Replaced says that what is built is not a release of
// that module: a fork or a folder that a replace directive names, or a copy
// that is being worked on; there is no version then.
//
// Drivers tell the version that is required, whatever replaces it. Where the
// files stand tells the rest: the module cache has a folder for each module
// and version, and vendoring writes replacements down.
func Version(pass *analysis.Pass) (version string, replaced bool) {
	m := pass.Module
	if m == nil || len(pass.Files) == 0 {
		return "", false
	}
	if m.Version == "" {
		return "", true
	}
	name := filepath.ToSlash(pass.Fset.PositionFor(pass.Files[0].FileStart, false).Filename)
	if root, _, ok := strings.Cut(name, "/vendor/"+strings.TrimSuffix(pass.Pkg.Path(), "_test")+"/"); ok {
		return vendored(root, m)
	}
	path, err := module.EscapePath(m.Path)
	if err != nil {
		return "", true
	}
	_, rest, ok := strings.Cut(name, "/"+path+"@")
	if !ok {
		return "", true
	}
	escaped, _, _ := strings.Cut(rest, "/")
	version, err = module.UnescapeVersion(escaped)
	if err != nil {
		return "", true
	}
	return version, false
}

// vendored returns the version of a module in a vendor folder: the list there
// has a line "# path version" for each, with "=> path version" or "=> folder"
// behind it if it is replaced.
func vendored(root string, m *analysis.Module) (version string, replaced bool) {
	list, err := os.ReadFile(filepath.Join(filepath.FromSlash(root), "vendor", "modules.txt"))
	if err != nil {
		return "", false
	}
	for line := range strings.Lines(string(list)) {
		words := strings.Fields(line)
		if len(words) < 3 || words[0] != "#" || words[1] != m.Path {
			continue
		}
		switch {
		case len(words) == 3:
			return words[2], false
		case len(words) == 6 && words[3] == "=>" && words[4] == m.Path:
			return words[5], false
		}
		return "", true
	}
	return "", false
}
