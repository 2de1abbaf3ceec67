// Package targets finds what the arguments of the command mean: which folders
// of which modules. Beside the go command's patterns the arguments may be file
// names, and they may lie in several modules; the go command takes neither.
package targets

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Run is a call of the go command: one for each module, or for all modules of
// a workspace together.
type Run struct {
	Name     string   // the module's folder or the go.work file
	Dir      string   // where the go command is to run
	Patterns []string // for it, relative to Dir
	Alone    bool     // the module is not in the workspace above it, which has to be switched off
	Found    bool     // nobody named it by a pattern, so it may have no packages
}

// Plan is what the arguments mean.
type Plan struct {
	Runs     []Run             // by name
	Folders  map[string]bool   // those in Runs only because a file of theirs was named
	Files    map[string]string // the named files in them: full path to argument
	Skipped  Skipped
	Problems []Problem
}

// Problem is an argument that nothing can be done about.
type Problem struct {
	Path string // relative to the working directory
	Err  string
}

// Find makes the plan for the arguments, relative to base. With everywhere, the
// arguments may only be ./... and mean all modules at base and below. The error
// is for arguments that are a mistake.
func Find(base string, args []string, everywhere bool) (*Plan, error) {
	p := &planner{
		base: base, here: moduleOf(base), groups: make(map[string]*group), works: make(map[string]*workspace),
		plan: &Plan{Folders: make(map[string]bool), Files: make(map[string]string), Skipped: make(Skipped)},
	}
	if everywhere {
		if slices.ContainsFunc(args, func(arg string) bool { return arg != "./..." }) {
			return nil, fmt.Errorf("-modules means whole modules: it goes with ./... and not with %s", strings.Join(args, " "))
		}
		return p.finish(p.below(base))
	}
	for _, arg := range args {
		if err := p.add(arg); err != nil {
			return nil, err
		}
	}
	return p.finish(nil)
}

// planner holds the state of one Find.
type planner struct {
	base   string
	here   string // the folder of the module that base is in, or ""
	plan   *Plan
	groups map[string]*group
	works  map[string]*workspace
	gowork *string // see setting
}

// group is a Run in the making.
type group struct {
	run      Run
	patterns map[string]bool
}

// add takes one argument.
func (p *planner) add(arg string) error {
	kind, err := p.kindOf(arg)
	switch {
	case err != nil:
		return err
	case kind != notFile:
		return p.file(arg, kind)
	case !local(arg) || os.Getenv("GO111MODULE") == "off": // Without modules there is GOPATH.
		return p.verbatim(arg)
	}
	folder, recursive := strings.CutSuffix(arg, "/...")
	if strings.Contains(folder, "...") {
		return p.verbatim(arg)
	}
	folder = p.abs(folder)
	switch module := moduleOf(folder); {
	case module == "" && recursive:
		return p.below(folder)
	case module == "" || module == p.here:
		return p.verbatim(arg)
	}
	g, err := p.folder(folder, recursive)
	if err == nil {
		g.run.Found = false
	}
	return err
}

// local reports whether a pattern names folders rather than import paths.
func local(pattern string) bool {
	first, _, _ := strings.Cut(filepath.ToSlash(pattern), "/")
	return first == "." || first == ".." || filepath.IsAbs(pattern)
}

func (p *planner) abs(name string) string {
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(p.base, name)
}

// rel is the name of a path in messages.
func (p *planner) rel(path string) string {
	if rel, err := filepath.Rel(p.base, path); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return path
}

// verbatim hands a pattern to the go command in the working directory.
func (p *planner) verbatim(pattern string) error {
	g, err := p.groupOf(p.here)
	if err == nil {
		g.patterns[pattern], g.run.Found = true, false
	}
	return err
}

// folder takes a folder that is in a module, or with it those of the module that
// are below.
func (p *planner) folder(folder string, recursive bool) (*group, error) {
	g, err := p.groupOf(moduleOf(folder))
	if err != nil {
		return nil, err
	}
	pattern := pattern(g.run.Dir, folder)
	if recursive {
		pattern += "/..."
	}
	g.patterns[pattern] = true
	return g, nil
}

// pattern names a folder for the go command in dir.
func pattern(dir, folder string) string {
	rel, err := filepath.Rel(dir, folder)
	switch {
	case err != nil: // On another volume.
		return folder
	case rel == "." || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)):
		return filepath.ToSlash(rel)
	}
	return "./" + filepath.ToSlash(rel)
}

// below takes the module that a folder is in, from there on, and all modules
// further down.
func (p *planner) below(folder string) error {
	modules, problems := modulesBelow(folder)
	for _, path := range slices.Sorted(maps.Keys(problems)) {
		p.problem(path, problems[path].Error())
	}
	if above := moduleOf(folder); above != "" && !slices.Contains(modules, folder) {
		modules = append(modules, folder)
	}
	for _, module := range modules {
		if _, err := p.folder(module, true); err != nil {
			return err
		}
	}
	if len(modules)+len(problems) == 0 {
		p.problem(folder, "there is no go.mod in this folder, above it or below it")
	}
	return nil
}

func (p *planner) problem(path, text string) {
	found := Problem{p.rel(path), text}
	if !slices.Contains(p.plan.Problems, found) {
		p.plan.Problems = append(p.plan.Problems, found)
	}
}

// groupOf returns the group that a module belongs to; "" stands for no module.
func (p *planner) groupOf(module string) (*group, error) {
	run := Run{Name: cmp.Or(module, p.base), Dir: cmp.Or(module, p.base), Found: true}
	if module == p.here {
		run.Dir = p.base
	}
	work, err := p.workspaceOf(cmp.Or(module, p.base))
	switch {
	case err != nil:
		return nil, err
	case work == nil:
	case module == "" || work.uses(module):
		run.Name = work.file
		if home, err := p.workspaceOf(p.base); err == nil && home == work {
			run.Dir = p.base
		}
	default:
		run.Alone = true
	}
	g := p.groups[run.Name]
	if g == nil {
		g = &group{run: run, patterns: make(map[string]bool)}
		p.groups[run.Name] = g
	}
	return g, nil
}

// finish sorts the groups into the plan.
func (p *planner) finish(err error) (*Plan, error) {
	if err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(p.groups)) {
		g := p.groups[name]
		g.run.Patterns = slices.Sorted(maps.Keys(g.patterns))
		p.plan.Runs = append(p.plan.Runs, g.run)
	}
	return p.plan, nil
}
