package driver

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/gcexportdata"

	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/gate"
)

// Unit is one package as go vet describes it in a .cfg file. The fields are
// those of unitchecker.Config that are needed.
type Unit struct {
	ID                        string
	Dir                       string
	ImportPath                string
	GoVersion                 string
	GoFiles                   []string
	ModulePath, ModuleVersion string
	Module                    *analysis.Module // go1.27: takes the place of the two above
	ImportMap                 map[string]string
	PackageFile               map[string]string
	Standard                  map[string]bool
	PackageVetx               map[string]string
	VetxOnly                  bool
	VetxOutput                string
	Stdout                    string
	FixArchive                string
	SucceedOnTypecheckFailure bool
}

// ReadUnit reads a .cfg file.
func ReadUnit(name string) (*Unit, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	u := new(Unit)
	if err := json.Unmarshal(data, u); err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", name, err)
	}
	return u, nil
}

// HasTypes reports whether the go command hands over export data, as all
// releases up to go1.27 do. Without it the stock unitchecker has to take over.
func (u *Unit) HasTypes() bool { return u.PackageFile != nil }

// Relevant reports whether the unit can matter: it imports a modelled library
// or a package with a fact file that is not empty, or belongs to a main module that requires a library
// and so may hold a key for its importers. A package that the project has
// described counts as a library. Nothing is parsed for the answer.
func (u *Unit) Relevant(own *engine.Own) bool {
	gate := gate.Of(own)
	if gate.Modelled(u.ImportPath) {
		return true
	}
	for _, path := range u.ImportMap {
		if gate.Modelled(path) {
			return true
		}
	}
	for _, name := range u.PackageVetx {
		if info, err := os.Stat(name); err == nil && info.Size() > 0 {
			return true
		}
	}
	m := u.module()
	return m != nil && m.Version == "" && m.Path != "std" && gate.RequiresLibrary(u.Dir)
}

// module is the unit's module; nil for the standard library.
func (u *Unit) module() *analysis.Module {
	if u.Module != nil {
		return u.Module
	}
	if u.ModulePath == "" {
		return nil
	}
	return &analysis.Module{Path: u.ModulePath, Version: u.ModuleVersion}
}

// Skip answers for a unit that cannot matter: an empty fact file.
func (u *Unit) Skip() error {
	if u.VetxOutput == "" {
		return nil
	}
	return os.WriteFile(u.VetxOutput, nil, 0o666)
}

// Analyze runs the analyzers on the unit and writes its fact file.
func (u *Unit) Analyze(analyzers []*analysis.Analyzer) (*Outcome, error) {
	registerFacts(analyzers)
	out := &Outcome{Fset: token.NewFileSet()}
	pkg, imports, err := u.check(out.Fset)
	if err != nil {
		if u.SucceedOnTypecheckFailure {
			return out, u.Skip()
		}
		return nil, err
	}
	facts := NewFacts()
	for _, name := range u.PackageVetx {
		if err := facts.readFacts(name, imports); err != nil {
			return nil, err
		}
	}
	if out.Diagnostics, err = Run(pkg, analyzers, facts); err != nil {
		return nil, err
	}
	data, err := facts.encode(pkg.Types)
	if err != nil {
		return nil, err
	}
	return out, os.WriteFile(u.VetxOutput, data, 0o666)
}

// check parses and type-checks the unit against the export data of its imports.
func (u *Unit) check(fset *token.FileSet) (*Package, map[string]*types.Package, error) {
	var files []*ast.File
	for _, name := range u.GoFiles {
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, f)
	}
	imports := make(map[string]*types.Package)
	info := NewInfo()
	conf := types.Config{
		Importer:  Importer(func(path string) (*types.Package, error) { return u.imported(fset, imports, path) }),
		Sizes:     Sizes(),
		GoVersion: u.GoVersion,
	}
	typed, err := conf.Check(u.ImportPath, fset, files, info)
	if err != nil {
		return nil, nil, err
	}
	for _, imp := range typed.Imports() {
		imports[imp.Path()] = imp
	}
	return &Package{Path: u.ImportPath, Fset: fset, Files: files, Types: typed, Info: info, Sizes: conf.Sizes, Module: u.module()}, imports, nil
}

// imported reads the export data of an import.
func (u *Unit) imported(fset *token.FileSet, imports map[string]*types.Package, path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	resolved, ok := u.ImportMap[path]
	if !ok {
		return nil, fmt.Errorf("cannot resolve import %q", path)
	}
	if pkg := imports[resolved]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	name, ok := u.PackageFile[resolved]
	if !ok {
		return nil, fmt.Errorf("no export data for %q", resolved)
	}
	return ReadExport(fset, imports, resolved, name)
}

// ReadExport reads the compiler's export data of a package from a file, and
// adds it to the imports, by path.
func ReadExport(fset *token.FileSet, imports map[string]*types.Package, path, name string) (*types.Package, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	r, err := gcexportdata.NewReader(f) //nolint:staticcheck // The go command has archives, which Read alone does not take apart.
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	pkg, err := gcexportdata.Read(r, fset, imports, path)
	return pkg, errors.Join(err, f.Close())
}
