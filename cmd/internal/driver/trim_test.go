package driver

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"path"
	"slices"
	"testing"
)

// imported is a file that imports a package for each place where one can be used.
const imported = `package p

import (
	"C"
	_ "blank/driver"
	. "dot/names"
	"in/body"
	"in/chain"
	"in/constant"
	"in/elements"
	"in/initializer"
	"in/length"
	"in/literal"
	"in/method"
	"in/result"
	"in/typed"
	"in/written"
	alias "other/name"
)

type T struct{ alias.Embedded }

const Size = constant.Size

var (
	Written  written.Type = typed.New()
	Untyped               = chain.New().Next()
	Table                 = map[string]int{elements.Name: 1}
	Counted               = [...]int{length.Last: 1}
	Function              = func(literal.Arg) error { return body.Err }
)

func init() { initializer.Run() }

func (T) Method() (result.Type, error) { method.Call(); return result.Zero, body.Err }
`

// TestTrim: what types depend on stays, with what it imports, and nothing else.
func TestTrim(t *testing.T) {
	f, err := parser.ParseFile(token.NewFileSet(), "p.go", blank([]byte(imported)), parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	prune([]*ast.File{f}, nil)
	got := slices.Sorted(maps.Keys(trim(f, path.Base)))
	want := []string{"C", "dot/names", "in/chain", "in/constant", "in/length", "in/literal", "in/result", "in/written", "other/name"}
	if !slices.Equal(got, want) {
		t.Errorf("still imported: %q, want %q", got, want)
	}
}

// pruned is a package of which parts are not needed, in two files.
var pruned = []string{`package p

type T struct{ embedded }

type embedded struct{ field inner }

type alone struct{ other }

type other int

type (
	list[E any] []E
	tree[K, V any] map[K]V
)

func (embedded) Method(argument) {}

func (*alone) Method(lonely) {}

func (l *list[E]) Push(E) {}

func (t tree[K, V]) Put(lonely, K, V) {}

var Made = makes()

var first, Second = both()

var _ interface{ Method(argument) } = embedded{}

func _() {}

func init() {}

func lone(lonely) {}
`, `package p

type (
	inner list[int]
	argument string
	lonely bool
	made int
)

var table = lone

const Most made = 9

var state = makes()

func makes() made { return 0 }

func both() (int, made) { return 0, 0 }
`}

// TestPrune: what importers cannot name goes, unless something needs it that
// they can, in whatever file.
func TestPrune(t *testing.T) {
	fset := token.NewFileSet()
	var files []*ast.File
	for _, text := range pruned {
		f, err := parser.ParseFile(fset, "p.go", text, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	prune(files, nil)
	var got []string
	for _, f := range files {
		for _, decl := range f.Decls {
			for _, part := range parts(decl) {
				switch x := part.(type) {
				case *ast.FuncDecl:
					got = append(got, x.Name.Name)
				case *ast.TypeSpec:
					got = append(got, x.Name.Name)
				case *ast.ValueSpec:
					got = append(got, x.Names[0].Name)
				case *ast.GenDecl:
					got = append(got, x.Tok.String())
				}
			}
		}
	}
	want := []string{"T", "embedded", "list", "Method", "Push", "Made", "first", "inner", "argument", "made", "const", "makes", "both"}
	if !slices.Equal(got, want) {
		t.Errorf("left: %q\nwant: %q", got, want)
	}
	conf := types.Config{IgnoreFuncBodies: true}
	if _, err := conf.Check("p", fset, files, nil); err != nil {
		t.Error(err)
	}
}

// TestTrimmedTypes: a package has the same types with and without what is
// left out of its files.
func TestTrimmedTypes(t *testing.T) {
	const text = `package p

import "errors"

type T struct{ a int }

func init() { _ = errors.New("begin") }

func (t T) Get() int { return t.a }

var (
	Table   = [...]string{3: "last"}
	Words   = []string{"a", "b"}
	Pointer = &T{1}
	Number  int = len(Words)
	Call        = T{}.Get()
	Func        = func() (int, error) { return 0, errors.New("none") }
)
`
	describe := func(cut bool) (out []string) {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, "p.go", text, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if cut {
			if prune([]*ast.File{f}, nil); len(trim(f, path.Base)) != 0 {
				t.Error("errors is still imported")
			}
		}
		conf := types.Config{IgnoreFuncBodies: true, Error: func(error) {}}
		pkg, _ := conf.Check("p", fset, []*ast.File{f}, nil)
		for _, name := range pkg.Scope().Names() {
			out = append(out, pkg.Scope().Lookup(name).String())
		}
		return out
	}
	if whole, cut := describe(false), describe(true); !slices.Equal(whole, cut) || len(whole) != 7 {
		t.Errorf("whole: %q\ncut: %q", whole, cut)
	}
}
