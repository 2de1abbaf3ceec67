package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/cmd/internal/driver"
)

// typeCheck is the least that any analysis of the packages that the gate lets
// in would have to do: list the tree, and read and check those packages against the
// compiler's export data of the others. Syntax and types of all are kept, as an
// analysis of the whole would. The file is a tree in JSON.
func typeCheck(ctx context.Context, file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	t := new(tree)
	if err := json.Unmarshal(data, t); err != nil {
		return fmt.Errorf("cannot read %s: %w", file, err)
	}
	const mode = packages.NeedName | packages.NeedCompiledGoFiles | packages.NeedImports | packages.NeedDeps |
		packages.NeedExportFile | packages.NeedModule
	roots, err := packages.Load(&packages.Config{Context: ctx, Mode: mode, Dir: t.Dir}, t.Patterns...)
	if err != nil {
		return err
	}
	c := &checker{fset: token.NewFileSet(), known: make(map[string]*types.Package)}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	packages.Visit(roots, nil, func(p *packages.Package) {
		if slices.Contains(t.LetIn, p.PkgPath) {
			group.Go(func() error { return c.check(p) })
		}
	})
	err = group.Wait()
	if err == nil && len(c.all) != len(t.LetIn) {
		err = fmt.Errorf("%d packages are checked, not the %d that the gate lets in", len(c.all), len(t.LetIn))
	}
	return err
}

// checker checks packages, several at a time.
type checker struct {
	fset  *token.FileSet
	mu    sync.Mutex
	known map[string]*types.Package // imports, by path
	all   []checked
}

// checked is what is kept of a package.
type checked struct {
	files []*ast.File
	types *types.Package
	info  *types.Info
}

func (c *checker) check(p *packages.Package) error {
	var files []*ast.File
	for _, name := range p.CompiledGoFiles {
		f, err := parser.ParseFile(c.fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	info := driver.NewInfo()
	conf := types.Config{
		Importer: driver.Importer(func(path string) (*types.Package, error) { return c.imported(p, path) }),
		Sizes:    driver.Sizes(),
	}
	if p.Module != nil && p.Module.GoVersion != "" {
		conf.GoVersion = "go" + p.Module.GoVersion
	}
	pkg, err := conf.Check(p.PkgPath, c.fset, files, info)
	if err != nil {
		return err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.all = append(c.all, checked{files, pkg, info})
	return nil
}

// imported reads the export data of what p imports.
func (c *checker) imported(p *packages.Package, path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	dep := p.Imports[path]
	if dep == nil || dep.ExportFile == "" {
		return nil, fmt.Errorf("no export data for %q", path)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if pkg := c.known[dep.PkgPath]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	return driver.ReadExport(c.fset, c.known, dep.PkgPath, dep.ExportFile)
}
