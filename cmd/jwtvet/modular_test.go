package main_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/cmd/internal/driver"
)

// modular are fixtures in which one package tells another something: of keys,
// options, handlers, routes, claims and what a function checks.
var modular = []string{
	"./jwtsub/gin/...", "./jwtscope/gin/...", "./jwttyp/...", "./jwtaudit/across/...", "./jwtexp/issued", "./jwtrefresh/session",
	"./jwtaud/callers", "./jwtiss/callers", "./jwtkid/callers", "./jwtcookie/callers", "./jwtleak/log", "./jwtpanic/issued/...",
	"./jwtkey/fallback", "./jwtkey/keyfuncs", "./jwtkey/once/...", "./jwtkey/results", "./jwtkey/tags", "./jwtkey/wrapper", "./jwtkey/shapes",
}

// orders is how many orders TestModular tries.
const orders = 4

// TestModular: packages that are analysed each in a process of its own, in any
// order in which imports come first, with nothing but the fact files of their
// imports, have the same fact files to the byte, and the findings that the
// command by itself has. So a build system may spread the work as it likes.
func TestModular(t *testing.T) {
	t.Setenv("JWTVET_CACHE", "off")
	dir, tool := fixtures(t), build(t)
	args := append(everything(), "-level=note")
	alone := run(t, dir, tool, slices.Concat(args, modular)...)
	f := &farm{dir: dir, tool: tool, args: args, parts: parts(t, dir)}
	want := f.work(t, 0, every)
	if found := findings(alone.stdout, dir); !slices.Equal(want.findings, found) {
		t.Fatalf("in processes of their own the packages have the findings %q, by itself the command has %q", want.findings, found)
	}
	for path, facts := range want.facts {
		if f.parts[path].Standard && facts != "" {
			t.Errorf("%s has facts", path)
		}
	}
	if tell := want.telling(); len(tell) < 50 {
		t.Errorf("only %d packages have facts: %q", len(tell), tell)
	}
	for seed := range uint64(orders - 1) {
		got := f.work(t, seed+1, outside)
		for path, facts := range got.facts {
			if facts != want.facts[path] {
				t.Errorf("order %d: the facts of %s are other bytes, %d of them and not %d", seed+1, path, len(facts), len(want.facts[path]))
			}
		}
		if !slices.Equal(got.findings, want.findings) {
			t.Errorf("order %d: the findings are %q, want %q", seed+1, got.findings, want.findings)
		}
	}
	got := f.work(t, 0, deaf)
	if len(got.findings) >= len(want.findings)-10 {
		t.Errorf("without facts there are %d findings, with them %d: the fixtures hardly need them", len(got.findings), len(want.findings))
	}
}

// part is what the go command says of a package, with which its unit can be written.
type part struct {
	ImportPath, Dir, Export  string
	CompiledGoFiles, Imports []string
	ImportMap                map[string]string
	Standard, DepOnly        bool
	Module                   *struct{ Path, Version, GoVersion string }
	vetx                     string // its fact file
	waiting                  int    // imports that are still to be analysed
	importers                []*part
}

// parts lists the packages and what they import, compiled.
func parts(t *testing.T, dir string) map[string]*part {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-export", "-compiled", "-deps",
		"-json=ImportPath,Dir,Export,CompiledGoFiles,Imports,ImportMap,Standard,DepOnly,Module"}, modular...)...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, &stderr)
	}
	all := make(map[string]*part)
	dec := json.NewDecoder(bytes.NewReader(out))
	for {
		p := new(part)
		if err := dec.Decode(p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		for i, name := range p.CompiledGoFiles {
			if !filepath.IsAbs(name) {
				p.CompiledGoFiles[i] = filepath.Join(p.Dir, name)
			}
		}
		p.Imports = slices.DeleteFunc(p.Imports, func(path string) bool { return path == "C" })
		if p.ImportPath != "unsafe" {
			all[p.ImportPath] = p
		}
	}
}

// shuffled are the parts in a random order in which imports come first: the
// next is any of those that have nothing to wait for.
func shuffled(parts map[string]*part, seed uint64) []*part {
	var ready, out []*part
	for _, path := range slices.Sorted(maps.Keys(parts)) {
		p := parts[path]
		p.waiting, p.importers = 0, nil
	}
	for _, path := range slices.Sorted(maps.Keys(parts)) {
		p := parts[path]
		for _, imp := range p.Imports {
			if dep := parts[imp]; dep != nil {
				dep.importers = append(dep.importers, p)
				p.waiting++
			}
		}
		if p.waiting == 0 {
			ready = append(ready, p)
		}
	}
	random := rand.New(rand.NewPCG(seed, 7))
	for len(ready) > 0 {
		i := random.IntN(len(ready))
		p := ready[i]
		ready = slices.Delete(ready, i, i+1)
		out = append(out, p)
		for _, next := range p.importers {
			if next.waiting--; next.waiting == 0 {
				ready = append(ready, next)
			}
		}
	}
	return out
}

// farm analyses packages the way a build system does.
type farm struct {
	dir, tool string
	args      []string
	parts     map[string]*part
}

// yield is what comes of it.
type yield struct {
	facts    map[string]string // contents of the fact files, by the package's path
	findings []string
}

// telling lists the packages that have facts.
func (y *yield) telling() []string {
	var out []string
	for path, facts := range y.facts {
		if facts != "" {
			out = append(out, path)
		}
	}
	slices.Sort(out)
	return out
}

// share is the part of the packages that the tool is run for.
type share int

const (
	every   share = iota
	outside       // of the standard library, which has no facts
	deaf          // those that the patterns name, which are not told the facts of their imports
)

// leavesOut reports whether a package is no part of the share.
func (s share) leavesOut(p *part) bool {
	return s == outside && p.Standard || s == deaf && p.DepOnly
}

// work runs the tool in one order.
func (f *farm) work(t *testing.T, seed uint64, what share) *yield {
	t.Helper()
	store := t.TempDir()
	order := shuffled(f.parts, seed)
	if len(order) != len(f.parts) {
		t.Fatalf("%d of %d packages can be ordered", len(order), len(f.parts))
	}
	y := &yield{facts: make(map[string]string)}
	var text strings.Builder
	for i, p := range order {
		p.vetx = filepath.Join(store, fmt.Sprintf("%d.vetx", i))
		name := filepath.Join(store, fmt.Sprintf("%d.cfg", i))
		if what.leavesOut(p) {
			p.vetx = os.DevNull
			continue
		}
		data, err := json.Marshal(f.unit(p, what != deaf))
		if err == nil {
			err = os.WriteFile(name, data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		got := run(t, p.Dir, f.tool, append(slices.Clone(f.args), name)...)
		found := findings(got.stderr, f.dir)
		if got.stdout != "" || got.status != min(len(found), 1) || p.DepOnly && got.stderr != "" {
			t.Fatalf("%s: %+v", p.ImportPath, got)
		}
		text.WriteString(got.stderr)
		content, err := os.ReadFile(p.vetx)
		if err != nil {
			t.Fatal(err)
		}
		y.facts[p.ImportPath] = string(content)
	}
	y.findings = findings(text.String(), f.dir)
	return y
}

// unit is a package in the words of go vet, which names the files of direct
// imports only.
func (f *farm) unit(p *part, facts bool) *driver.Unit {
	u := &driver.Unit{
		ID: p.ImportPath, Dir: p.Dir, ImportPath: p.ImportPath, GoFiles: p.CompiledGoFiles,
		ImportMap: maps.Clone(p.ImportMap), PackageFile: make(map[string]string), PackageVetx: make(map[string]string),
		Standard: make(map[string]bool), VetxOnly: p.DepOnly, VetxOutput: p.vetx,
	}
	if u.ImportMap == nil {
		u.ImportMap = make(map[string]string)
	}
	if p.Module != nil {
		u.ModulePath, u.ModuleVersion, u.GoVersion = p.Module.Path, p.Module.Version, "go"+p.Module.GoVersion
	}
	for _, imp := range p.Imports {
		u.ImportMap[imp] = imp
		dep := f.parts[imp]
		if dep == nil {
			continue // unsafe has no files.
		}
		u.PackageFile[imp], u.Standard[imp] = dep.Export, dep.Standard
		if facts {
			u.PackageVetx[imp] = dep.vetx
		}
	}
	return u
}
