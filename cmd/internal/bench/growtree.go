package bench

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"go/format"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"golang.org/x/mod/modfile"
)

// grownModule is the module path of a tree that is made.
const grownModule = "example.com/grown"

//go:embed grow/*.tmpl
var growFiles embed.FS

// domain are the kinds of packages of which a tree repeats as many as it has
// room for: of seven in twenty-five the imports reach a JWT library.
var domain = []string{
	"model", "model", "model", "model", "model", "model", "model", "model", "model", "model",
	"store", "store", "store", "store", "store", "store",
	"keys", "tokens", "guard", "handler", "handler", "handler", "handler", "routes", "job",
}

// source is a package of a tree.
type source struct {
	Name, Path string
	Kind       string
	Imports    []*source // ours
	Parts      []int     // one for each group of functions more
	Careless   bool      // it does what the rules report
}

// Of lists the imports of a kind.
func (s *source) Of(kind string) []*source {
	return slices.DeleteFunc(slices.Clone(s.Imports), func(p *source) bool { return p.Kind != kind })
}

// First is the name of the first import of a kind.
func (s *source) First(kind string) string { return s.Of(kind)[0].Name }

// forest makes up the packages of trees. A larger tree has all packages of a
// smaller one but the program, which is the last and imports the routes of all.
type forest struct {
	random *rand.Rand
	all    []*source
	byKind map[string][]*source
}

// grown returns the packages of a tree.
func grown(n int) []*source {
	f := &forest{random: rand.New(rand.NewPCG(7, 7)), byKind: make(map[string][]*source)}
	f.add("log", 0, nil)
	for i := 0; i < n-2; i++ {
		f.next(i/len(domain), domain[i%len(domain)])
	}
	f.add("server", 0, f.byKind["routes"])
	return f.all
}

func (f *forest) add(kind string, at int, imports []*source) *source {
	name := kind
	if at > 0 {
		name = fmt.Sprintf("%s%d", kind, at)
	}
	s := &source{Name: name, Path: grownModule + "/" + name, Kind: kind}
	if kind != "log" && kind != "server" {
		s.Path = fmt.Sprintf("%s/part%03d/%s", grownModule, at/100, name)
	}
	for _, p := range imports {
		if !slices.Contains(s.Imports, p) {
			s.Imports = append(s.Imports, p)
		}
	}
	f.all = append(f.all, s)
	f.byKind[kind] = append(f.byKind[kind], s)
	return s
}

// next adds a package of a domain. What it imports of its own kind is any
// that is there already, so layers become more as the tree grows, as slowly as
// its logarithm.
func (f *forest) next(domain int, kind string) {
	var imports []*source
	need := func(kinds ...string) {
		for _, k := range kinds {
			imports = append(imports, f.near(k, domain))
		}
	}
	switch kind {
	case "model":
		imports = append(imports, f.any("model", f.random.IntN(3))...)
	case "store":
		need("model")
		imports = append(imports, f.any("store", f.random.IntN(2))...)
	case "tokens":
		need("keys")
		imports = append(imports, f.any("tokens", f.random.IntN(4)/3)...)
	case "guard":
		need("tokens")
	case "handler":
		store := f.near("store", domain)
		imports = append(imports, store, store.Of("model")[0])
		need("guard")
	case "routes":
		need("guard")
		handlers := f.byKind["handler"]
		imports = append(imports, handlers[len(handlers)-4:]...)
	case "job":
		need("store")
	}
	logs := slices.Contains([]string{"model", "store", "keys", "guard", "handler"}, kind)
	if parts := f.random.IntN(5); logs && parts < 2 {
		imports = append(imports, f.byKind["log"]...)
	}
	s := f.add(kind, len(f.byKind[kind])+1, imports)
	s.Careless = f.random.IntN(4) == 0
	for i := range 1 + f.random.IntN(4) {
		s.Parts = append(s.Parts, i+1)
	}
}

// near is one of the packages of a kind in the domain.
func (f *forest) near(kind string, at int) *source {
	each := len(slices.DeleteFunc(slices.Clone(domain), func(k string) bool { return k != kind }))
	own := f.byKind[kind][at*each:]
	return own[f.random.IntN(len(own))]
}

// any returns n of the packages of a kind, as far as there are any, which may
// be the same.
func (f *forest) any(kind string, n int) (out []*source) {
	for all := f.byKind[kind]; len(all) > 0 && len(out) < n; {
		out = append(out, all[f.random.IntN(len(all))])
	}
	return out
}

// plant writes a tree of n packages into a folder, and returns how many lines
// it has. The libraries are those of the fixtures' module.
func plant(dir, fixtures string, n int) (lines int, err error) {
	templates, err := growTemplates(fixtures)
	if err != nil {
		return 0, err
	}
	sums, err := os.ReadFile(filepath.Join(fixtures, "go.sum"))
	if err != nil {
		return 0, err
	}
	var mod bytes.Buffer
	if err := templates.ExecuteTemplate(&mod, "go.mod.tmpl", grownModule); err != nil {
		return 0, err
	}
	err = errors.Join(os.WriteFile(filepath.Join(dir, "go.sum"), sums, 0o666), os.WriteFile(filepath.Join(dir, "go.mod"), mod.Bytes(), 0o666))
	if err != nil {
		return 0, err
	}
	for _, s := range grown(n) {
		var text bytes.Buffer
		if err := templates.ExecuteTemplate(&text, s.Kind+".tmpl", s); err != nil {
			return 0, err
		}
		code, err := format.Source(text.Bytes())
		if err != nil {
			return 0, fmt.Errorf("%s: %w", s.Path, err)
		}
		folder := filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(s.Path, grownModule+"/")))
		err = errors.Join(os.MkdirAll(folder, 0o777), os.WriteFile(filepath.Join(folder, s.Name+".go"), code, 0o666))
		if err != nil {
			return 0, err
		}
		lines += bytes.Count(code, []byte("\n"))
	}
	return lines, nil
}

// growTemplates reads the templates. They ask for the version of Go and of
// libraries that the fixtures' module has.
func growTemplates(fixtures string) (*template.Template, error) {
	name := filepath.Join(fixtures, "go.mod")
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	mod, err := modfile.Parse(name, data, nil)
	if err != nil {
		return nil, err
	}
	return template.New("").Funcs(template.FuncMap{
		"goVersion": func() string { return mod.Go.Version },
		"version": func(path string) (string, error) {
			for _, r := range mod.Require {
				if r.Mod.Path == path {
					return r.Mod.Version, nil
				}
			}
			return "", fmt.Errorf("%s does not require %s", name, path)
		},
	}).ParseFS(growFiles, "grow/*.tmpl")
}
