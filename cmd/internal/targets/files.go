package targets

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// kind is what an argument is, if it is a file name.
type kind int

const (
	notFile       kind = iota
	sourceFile         // means its package
	moduleFile         // means all packages of its module
	workspaceFile      // means all modules of its folder
)

// kindOf tells file names and patterns apart. Import paths may end in .go as
// well; a file that does not exist may have been deleted.
func (p *planner) kindOf(arg string) (kind, error) {
	k := notFile
	switch filepath.Base(arg) {
	case "go.mod", "go.sum":
		k = moduleFile
	case "go.work", "go.work.sum":
		k = workspaceFile
	default:
		if strings.HasSuffix(arg, ".go") {
			k = sourceFile
		}
	}
	info, err := os.Stat(p.abs(arg))
	switch {
	case err == nil && info.IsDir():
		return notFile, nil
	case err == nil && k == notFile:
		return notFile, fmt.Errorf("%s is not a Go file, go.mod, go.sum or go.work: name one of those, or ./... and the like", arg)
	case err == nil || k == notFile:
		return k, nil
	case errors.Is(err, fs.ErrNotExist) && p.importPath(arg):
		return notFile, nil
	case errors.Is(err, fs.ErrNotExist):
		return k, nil
	}
	return k, err
}

// importPath reports whether the name of a file that does not exist is rather
// the path of a package, such as that of a module "example.com/client.go".
func (p *planner) importPath(arg string) bool {
	first, _, deep := strings.Cut(filepath.ToSlash(arg), "/")
	if !deep || local(arg) || !strings.Contains(first, ".") {
		return false
	}
	_, err := os.Stat(p.abs(first))
	return err != nil
}

// file takes the name of a file.
func (p *planner) file(arg string, k kind) error {
	path := p.abs(arg)
	folder := filepath.Dir(path)
	if p.hidden(path) {
		p.plan.Skipped.Add("in testdata, vendor or a hidden folder, which ./... leaves out too", arg)
		return nil
	}
	if _, err := os.Lstat(path); err != nil {
		p.plan.Skipped.Add("no such file", arg)
	}
	if _, err := os.Stat(folder); err != nil {
		return nil
	}
	switch {
	case k == workspaceFile:
		return p.below(folder)
	case k == sourceFile && !hasSources(folder): // The missing file was the last.
		return nil
	case moduleOf(folder) == "":
		p.problem(path, "there is no go.mod in its folder or above it")
		return nil
	case k == sourceFile:
		p.plan.Folders[folder] = true
		p.plan.Files[path] = arg
	}
	_, err := p.folder(folder, k == moduleFile)
	return err
}

// hasSources reports whether there are Go files in a folder, or may be.
func hasSources(folder string) bool {
	entries, err := os.ReadDir(folder)
	return err != nil || slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return strings.HasSuffix(e.Name(), ".go") })
}

// hidden reports whether a file is where the go command does not look: seen
// from the working directory, or for files outside it from their module.
func (p *planner) hidden(path string) bool {
	rel, err := filepath.Rel(p.base, path)
	if err != nil || !filepath.IsLocal(rel) {
		rel, err = filepath.Rel(moduleOf(filepath.Dir(path)), path)
	}
	if err != nil {
		return false
	}
	return slices.ContainsFunc(strings.Split(rel, string(filepath.Separator)), hiddenName)
}

// Skipped are the named files that are left out, by the reason.
type Skipped map[string][]string

// Add notes that a file is left out.
func (s Skipped) Add(reason, name string) { s[reason] = append(s[reason], name) }

// Lines tells them in a line for each reason.
func (s Skipped) Lines() []string {
	var out []string
	for _, reason := range slices.Sorted(maps.Keys(s)) {
		names := slices.Sorted(slices.Values(s[reason]))
		line := "skipped " + names[0]
		if len(names) > 1 {
			line += fmt.Sprintf(" and %d more", len(names)-1)
		}
		out = append(out, line+": "+reason)
	}
	return out
}
