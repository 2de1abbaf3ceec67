package driver

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"go/types"
	"os"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// A fact file is what go vet keeps of a package for its importers. It is empty
// for a package that cannot matter; importers tell by the size alone
// that nothing below it can. Otherwise it is a gob of factFile, sorted, so that
// equal facts are equal bytes and go vet's cache holds.
type factFile struct {
	Entries []factEntry
}

// factEntry is one fact. Object is "" for a fact about the package.
type factEntry struct {
	Package, Object string
	Fact            analysis.Fact
}

// registerFacts makes the analyzers' fact types known to gob.
func registerFacts(analyzers []*analysis.Analyzer) {
	for _, a := range analyzers {
		for _, fact := range a.FactTypes {
			gob.Register(fact)
		}
		registerFacts(a.Requires)
	}
}

// readFacts adds the facts of the named file to the store. Facts about objects
// that the importing package cannot see are left out.
func (f *Facts) readFacts(name string, pkgs map[string]*types.Package) error {
	data, err := os.ReadFile(name)
	if err != nil || len(data) == 0 {
		return err
	}
	if err := f.decode(data, pkgs); err != nil {
		return fmt.Errorf("cannot read facts from %s: %w", name, err)
	}
	return nil
}

// decode adds facts that encode, or encodeOwn, has written.
func (f *Facts) decode(data []byte, pkgs map[string]*types.Package) error {
	var file factFile
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&file); err != nil {
		return err
	}
	for _, e := range file.Entries {
		pkg := pkgs[e.Package]
		switch {
		case pkg == nil:
		case e.Object == "":
			store(f, f.packages, pkg, e.Fact)
			f.own(pkg, nil, e.Fact)
		default:
			if obj, err := objectpath.Object(pkg, objectpath.Path(e.Object)); err == nil {
				store(f, f.objects, obj, e.Fact)
				f.own(pkg, obj, e.Fact)
			}
		}
	}
	return nil
}

// encode returns the content of the fact file of pkg: its own facts, and
// those about methods and fields of packages below it, which importers
// can reach without importing these. It is nil if there are none.
func (f *Facts) encode(pkg *types.Package) ([]byte, error) {
	file := new(factFile)
	enc := new(objectpath.Encoder)
	for key, fact := range f.objects {
		obj := key.of
		own := obj.Pkg() == pkg
		if !own && obj.Parent() != nil {
			continue // A package-level object: only seen by who imports its package.
		}
		path, err := enc.For(obj)
		if err != nil {
			continue // Not visible outside its package.
		}
		file.Entries = append(file.Entries, factEntry{obj.Pkg().Path(), string(path), fact})
	}
	for key, fact := range f.packages {
		if key.of == pkg {
			file.Entries = append(file.Entries, factEntry{Package: pkg.Path(), Fact: fact})
		}
	}
	return file.write(pkg)
}

// encodeOwn returns the facts that pkg has exported itself, as far as importers
// can see what they are about; nil if there are none.
func (f *Facts) encodeOwn(pkg *types.Package) ([]byte, error) {
	f.mu.RLock()
	defer f.mu.RUnlock()
	own := f.owners[pkg]
	if own == nil {
		return nil, nil
	}
	file := new(factFile)
	enc := new(objectpath.Encoder)
	for key := range own.objects {
		if path, err := enc.For(key.of); err == nil {
			file.Entries = append(file.Entries, factEntry{pkg.Path(), string(path), f.objects[key]})
		}
	}
	for typ := range own.types {
		file.Entries = append(file.Entries, factEntry{Package: pkg.Path(), Fact: f.packages[factKey[*types.Package]{pkg, typ}]})
	}
	return file.write(pkg)
}

// write sorts the entries and encodes them; nil if there are none.
func (file *factFile) write(pkg *types.Package) ([]byte, error) {
	if len(file.Entries) == 0 {
		return nil, nil
	}
	slices.SortFunc(file.Entries, func(a, b factEntry) int {
		return cmp.Or(cmp.Compare(a.Package, b.Package), cmp.Compare(a.Object, b.Object),
			cmp.Compare(reflect.TypeOf(a.Fact).String(), reflect.TypeOf(b.Fact).String()))
	})
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(*file); err != nil {
		return nil, fmt.Errorf("cannot write facts of %s: %w", pkg.Path(), err)
	}
	return buf.Bytes(), nil
}
