package driver

import (
	"go/token"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"testing"
)

// TestNeedsOf: what a file names of its imports is found wherever it stands.
func TestNeedsOf(t *testing.T) {
	const text = `package p

import (
	_ "blank/driver"
	. "dot/names"
	"in/body"
	"in/comment"
	"in/unused"
	alias "other/name"
	"split/lines"
	"split/spaces"
	"un/known"
)

func f(x alias.Type) {
	body.Call(x.Field, "comment.Said")
	lines.
		First()
	spaces . Second()
	comment. /* here */ Third()
	other.Fourth()
}
`
	name := func(p string) string {
		if p == "un/known" {
			return ""
		}
		return path.Base(p)
	}
	got := needsOf([]byte(text), name)
	want := map[string][]string{
		"dot/names": {everything}, "in/body": {"Call"}, "in/comment": {everything, "Said"}, "in/unused": {}, "other/name": {"Type"},
		"split/lines": {"First"}, "split/spaces": {"Second"}, "un/known": {everything},
	}
	for p := range want {
		if names := slices.Sorted(maps.Keys(got[p])); got[p] == nil || !slices.Equal(names, want[p]) {
			t.Errorf("of %s it needs %q, not %q", p, names, want[p])
		}
	}
	if len(got) != len(want) {
		t.Errorf("it needs %v", got)
	}
	for _, hidden := range []string{"in/body", "in/unused"} {
		all := needsOf([]byte("package p\nimport \"in/body\"; import \"in/unused\"\nvar x = body/* */.Call()"), name)
		if !all[hidden][everything] {
			t.Errorf("a comment before the dot: of %s it needs %v", hidden, all[hidden])
		}
	}
}

// TestNeedsOfNothing: a file without a package clause needs nothing, and is for
// whoever loads the package to complain of.
func TestNeedsOfNothing(t *testing.T) {
	for _, text := range []string{"", "// nothing\n", "packag p", "package", "package 1", "import \"x\"\n", "package ."} {
		if got := needsOf([]byte(text), path.Base); len(got) != 0 {
			t.Errorf("%q needs %v", text, got)
		}
	}
}

// chain are packages, each of which imports the next; that of the root is analysed.
var chain = map[string]string{
	"root": `package root

import (
	_ "named"
	"upper"
)

func Use(t upper.T) int { return t.Promoted().Deep + upper.Size }
`,
	"upper": `package upper

import (
	"lower"
	"unneeded"
)

type T struct{ lower.Base }

type Unused struct{ unneeded.T }

func Other() unneeded.T { return unneeded.T{} }

const (
	first = iota
	Size
)

const Alone = 1
`,
	"lower": `package lower

type Base struct{}

func (Base) Promoted() *result { return nil }

type result struct{ Deep int }

type Unused struct{}
`,
	"named":    "package named\n\nimport _ \"unneeded\"\n\nfunc F() {}\n",
	"unneeded": "package unneeded\n\ntype T struct{}\n",
}

// TestNarrow: packages are read as far as those that are analysed need them,
// directly or through others, and not at all where nothing of them is needed.
func TestNarrow(t *testing.T) {
	l := &loader{fset: token.NewFileSet(), facts: NewFacts(), units: make(map[string]*unit), slots: make(chan struct{}, 1)}
	imports := map[string][]string{"root": {"named", "upper"}, "upper": {"lower", "unneeded"}, "named": {"unneeded"}}
	for _, name := range []string{"unneeded", "lower", "named", "upper", "root"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "p.go"), []byte(chain[name]), 0o666); err != nil {
			t.Fatal(err)
		}
		p := &listed{ImportPath: name, Name: name, Dir: dir, GoFiles: []string{"p.go"}, Imports: imports[name], Standard: name != "root"}
		if name == "root" {
			p.reaches, p.Module = true, &listedModule{Path: name, Main: true}
		}
		u := &unit{listed: p, done: make(chan struct{})}
		l.units[name] = u
		l.order = append(l.order, u)
	}
	root := l.units["root"]
	l.narrow([]*unit{root})
	l.execute([]*unit{root})
	if root.broken != "" {
		t.Error(root.broken)
	}
	want := map[string][]string{"upper": {"Size", "T", "first"}, "lower": {"Base", "result"}, "named": nil, "unneeded": nil, "root": {"Use"}}
	for _, u := range l.order {
		if got := u.types.Scope().Names(); !slices.Equal(got, want[u.ImportPath]) {
			t.Errorf("%s has %q, not %q", u.ImportPath, got, want[u.ImportPath])
		}
	}
}

// TestThin: nothing is left out of packages that are analysed, or whose path
// says that they belong to what is.
func TestThin(t *testing.T) {
	n := &narrower{mains: map[string]bool{"example.com/main": true}}
	main, other := &listedModule{Path: "example.com/main", Main: true}, &listedModule{Path: "example.com/other"}
	for _, c := range []struct {
		p    listed
		thin bool
	}{
		{listed{ImportPath: "net/http", Standard: true}, true},
		{listed{ImportPath: "unsafe", Standard: true}, false},
		{listed{ImportPath: "example.com/other", Module: other}, true},
		{listed{ImportPath: "example.com/other", Module: other, reaches: true}, false},
		{listed{ImportPath: "example.com/mainly", Module: other}, true},
		{listed{ImportPath: "example.com/main/part", Module: other}, false},
		{listed{ImportPath: "example.com/main", Module: main}, false},
		{listed{ImportPath: "nobody/knows"}, false},
	} {
		if got := n.thin(&unit{listed: &c.p}); got != c.thin {
			t.Errorf("%s (of %v): thin is %v", c.p.ImportPath, c.p.Module, got)
		}
	}
}
