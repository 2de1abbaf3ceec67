package driver

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestBlank: what is overwritten, here as underscores.
func TestBlank(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"func f() { return 1 }", "func f() {__________}"},
		{"func f() { return '{' + \"}\" + `}` /* } */ }", "func f() {________________________________}"},
		{"func f() struct{ a int } { g() }", "func f() struct{ a int } {_____}"},
		{"func f[T interface{ ~int }](x struct{}) (y interface{ M() }) { g() }", "func f[T interface{ ~int }](x struct{}) (y interface{ M() }) {_____}"},
		{"type F func()\nfunc f() { g() }", "type F func()\nfunc f() {_____}"},
		{"type F func(); func f() { g() }", "type F func(); func f() {_____}"},
		{"type F func() /*\n*/ func f() { g() }", "type F func() \n__ func f() {_____}"},
		{"type T struct{ a int }\nvar x = T{1}", "type T struct{ a int }\nvar x = T{_}"},
		{"type T[F func() struct{}] struct { a [2]int }", "type T[F func() struct{}] struct { a [2]int }"},
		{"var x =\n func() int { return 1 }()", "var x =\n func() int {__________}()"},
		{"var (\n a = map[string]struct{}{\"a\": {}}\n b struct{ c int }\n)", "var (\n a = map[string]struct{}{_______}\n b struct{ c int }\n)"},
		{"var x = [...]T{{1}, {2}}", "var x = [...]T{{1}, {2}}"},
		{"var x = f([...]int{1})\nvar y = []int{1}", "var x = f([...]int{1})\nvar y = []int{_}"},
		{"var f = func(a ...int) { g() }", "var f = func(a ...int) {_____}"},
		{"const n = len([2]int{1})", "const n = len([2]int{1})"},
		{"// says func f() {\ntype T int // T\n", "\ntype T int \n"},
		{"func f() {\n\tg()\n\t}; type T int", "func f() {\n\n_}; type T int"},
		{"func f()\nvar x = \"// no comment\"", "func f()\nvar x = \"// no comment\""},
	} {
		before, rest, _ := strings.Cut(string(blank([]byte("//go:build go1.22\n\npackage p\n"+c.text))), "package p\n")
		if before != "//go:build go1.22\n\n" || rest != strings.ReplaceAll(c.want, "_", " ") {
			t.Errorf("%q becomes %q", c.text, rest)
		}
	}
}

// TestBlankRefuses: a text that ends early is for the parser to complain of.
func TestBlankRefuses(t *testing.T) {
	for _, text := range []string{"func f() {", "var x = `", "func f() { \"\n\" }", "func f() { '", "/* no end", "type T struct {", "}"} {
		if blank([]byte("package p\n"+text)) != nil {
			t.Errorf("understood: %q", text)
		}
	}
}

// TestBlankedFiles: the standard library has the same declarations, at the same
// places, without what is overwritten.
func TestBlankedFiles(t *testing.T) {
	files := 0
	for _, dir := range []string{"unicode", "net/http", "reflect", "runtime", "go/types", "encoding/json", "text/template/parse", "syscall", "crypto/tls", "slices", "html"} {
		names, err := filepath.Glob(filepath.Join(build.Default.GOROOT, "src", dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			whole := outline(t, name, text)
			if text = blank(text); text == nil {
				t.Errorf("%s is not understood", name)
			} else if !slices.Equal(whole, outline(t, name, text)) {
				t.Errorf("%s declares other things", name)
			}
			files++
		}
	}
	if files < 500 {
		t.Errorf("%d files are too few", files)
	}
}

// outline lists the nodes of a file with their lines and columns, but for what
// is in bodies and literals.
func outline(t *testing.T, name string, text []byte) (nodes []string) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch x := n.(type) {
		case nil:
			return false
		case *ast.BlockStmt:
			x.List = nil
		case *ast.CompositeLit:
			x.Elts = nil
		case *ast.Ident:
			nodes = append(nodes, x.Name)
		}
		from, to := fset.PositionFor(n.Pos(), false), fset.PositionFor(n.End(), false)
		nodes = append(nodes, fmt.Sprintf("%T %d:%d %d:%d", n, from.Line, from.Column, to.Line, to.Column))
		return true
	})
	return nodes
}

// TestParseTypes: a file that blank does not understand is read as it is.
func TestParseTypes(t *testing.T) {
	name := filepath.Join(t.TempDir(), "p.go")
	if err := os.WriteFile(name, []byte("package p\n\nfunc f() int { return 1 }\n\nvar x = }\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	l := &loader{fset: token.NewFileSet()}
	f, err := l.parseFile(new(unit), name, parser.SkipObjectResolution)
	if err == nil || len(f.Decls) == 0 || len(f.Decls[0].(*ast.FuncDecl).Body.List) != 1 {
		t.Errorf("%v, %v", f, err)
	}
	if _, err := l.parseFile(new(unit), name+"x", 0); !os.IsNotExist(err) {
		t.Errorf("a file that is not there: %v", err)
	}
}
