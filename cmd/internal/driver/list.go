package driver

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/gate"
)

// Options are how packages are to be found and loaded.
type Options struct {
	Dir      string // working directory, "" for the current one
	Tags     string // build tags, as go build takes them
	Tests    bool   // load _test.go files too
	Patterns []string
	Watch    func(Event) // called for each step that is done, one at a time; may be nil
	Own      *engine.Own // a project's own models, nil for none
	Cache    *Cache      // of earlier runs, nil for none
	MayLack  bool        // having no packages is no failure
	Alone    bool        // outside of any workspace
	Name     string      // of all this in messages, "" where nothing else can be meant

	fset *token.FileSet // of all runs that are to be joined, or nil
}

// listed is what "go list" says of one package: the fields that are asked for.
type listed struct {
	ImportPath     string
	Name           string
	ForTest        string
	Dir            string
	GoFiles        []string
	CgoFiles       []string
	IgnoredGoFiles []string
	Imports        []string
	ImportMap      map[string]string
	Standard       bool
	DepOnly        bool
	Module         *listedModule
	Error          *listedError

	reaches bool // a modelled library is in its import closure
	handles bool // it may hold handlers that a token guards
}

type listedModule struct {
	Path, Version, GoVersion string
	Dir                      string
	Main                     bool
	Replace                  *listedModule
}

type listedError struct {
	ImportStack []string // from the package that the patterns name
	Pos         string
	Err         string
}

// String is the error in one piece, with the place where there is one.
func (e *listedError) String() string {
	if e.Pos == "" {
		return e.Err
	}
	return e.Pos + ": " + e.Err
}

// locate makes the place of the error absolute: the go command tells it as
// seen from where it runs.
func (e *listedError) locate(dir string) {
	if e == nil || e.Pos == "" || filepath.IsAbs(e.Pos) {
		return
	}
	if abs, err := filepath.Abs(filepath.Join(dir, e.Pos)); err == nil {
		e.Pos = abs
	}
}

// counts reports whether a package may have to be analysed.
func (p *listed) counts() bool { return p.reaches || p.handles }

// file is the full name of one of the package's files.
func (p *listed) file(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(p.Dir, name)
}

// module is the package's module as analyzers see it.
func (p *listed) module() *analysis.Module {
	if p.Module == nil {
		return nil
	}
	return &analysis.Module{Path: p.Module.Path, Version: p.Module.Version, GoVersion: p.Module.GoVersion}
}

// resolve returns the path of the package that an import in p's files means.
func (p *listed) resolve(path string) string {
	if mapped, ok := p.ImportMap[path]; ok {
		return mapped
	}
	return path
}

// list asks the go command for the packages that the patterns match and their
// dependencies, each after its imports. One listing answers which
// packages can matter; nothing is compiled for it.
func list(opts Options) ([]*listed, error) {
	args := []string{"list", "-e", "-deps",
		"-json=ImportPath,Name,ForTest,Dir,GoFiles,CgoFiles,IgnoredGoFiles,Imports,ImportMap,Standard,DepOnly,Module,Error"}
	if opts.Tests {
		args = append(args, "-test")
	}
	if opts.Tags != "" {
		args = append(args, "-tags="+opts.Tags)
	}
	args = append(append(args, "--"), opts.Patterns...)
	cmd := exec.Command("go", args...)
	cmd.Dir = opts.Dir
	if opts.Alone {
		cmd.Env = append(cmd.Environ(), "GOWORK=off")
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		if msg := firstLine(stderr.String()); msg != "" {
			return nil, errors.New(msg)
		}
		return nil, fmt.Errorf("go list: %w", err)
	}
	pkgs, err := decodeList(out, gate.Of(opts.Own))
	if err != nil {
		return nil, err
	}
	for _, p := range pkgs {
		p.Error.locate(opts.Dir)
	}
	if len(pkgs) == 0 {
		if msg := firstLine(stderr.String()); msg != "" {
			return nil, noPackages(msg)
		}
		return nil, noPackages(strings.Join(opts.Patterns, " ") + " matched no packages")
	}
	return pkgs, nil
}

// noPackages is the error of patterns that match nothing.
type noPackages string

func (e noPackages) Error() string { return string(e) }

func decodeList(out []byte, gate gate.Gate) ([]*listed, error) {
	var pkgs []*listed
	byPath := make(map[string]*listed)
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		p := new(listed)
		if err := dec.Decode(p); errors.Is(err, io.EOF) {
			cutCycles(pkgs)
			return pkgs, nil
		} else if err != nil {
			return nil, fmt.Errorf("cannot read the output of go list: %w", err)
		}
		p.reaches = gate.Modelled(p.ImportPath)
		for _, imp := range p.Imports {
			if dep := byPath[imp]; dep != nil && dep.reaches {
				p.reaches = true
			}
		}
		byPath[p.ImportPath] = p
		pkgs = append(pkgs, p)
	}
}

// cutCycles drops imports of packages that come later: each comes after what it
// imports, unless they import each other. go list says so in Error, and
// nothing may wait for such a one.
func cutCycles(pkgs []*listed) {
	at := make(map[string]int, len(pkgs))
	for i, p := range pkgs {
		at[p.ImportPath] = i
	}
	for i, p := range pkgs {
		p.Imports = slices.DeleteFunc(p.Imports, func(path string) bool { return at[path] > i })
	}
}

// firstLine returns the first line that is not a note of the go command about
// its downloads, with the next if it ends in a colon.
func firstLine(s string) string {
	head := ""
	for line := range strings.Lines(s) {
		line = strings.TrimPrefix(strings.TrimSpace(line), "go: ")
		switch {
		case line == "" || strings.HasPrefix(line, "downloading "):
		case head != "":
			return head + " " + line
		case strings.HasSuffix(line, ":"):
			head = line
		default:
			return line
		}
	}
	return head
}
