package finding

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"
)

// Source reads lines of the files that findings stand in.
type Source struct {
	base  string
	files map[string][]string
	funcs map[string][]function
}

// function is the extent of a function's declaration in lines.
type function struct {
	name        string
	first, last int
}

// NewSource returns a reader of files whose relative names lie below base.
func NewSource(base string) *Source {
	return &Source{base: base, files: make(map[string][]string), funcs: make(map[string][]function)}
}

// Line returns the text of a place's line; "" if the file cannot be read any more.
func (s *Source) Line(p Place) string {
	lines, ok := s.files[p.File]
	if !ok {
		if data, err := os.ReadFile(s.path(p)); err == nil {
			lines = strings.Split(string(data), "\n")
		}
		s.files[p.File] = lines
	}
	if p.Line < 1 || p.Line > len(lines) {
		return ""
	}
	return lines[p.Line-1]
}

// path is the full name of a place's file.
func (s *Source) path(p Place) string {
	if filepath.IsAbs(p.File) {
		return p.File
	}
	return filepath.Join(s.base, p.File)
}

// Function returns the name of the function or method that is declared around
// a place; "" outside of functions.
func (s *Source) Function(p Place) string {
	funcs, ok := s.funcs[p.File]
	if !ok {
		funcs = functionsOf(s.path(p))
		s.funcs[p.File] = funcs
	}
	for _, f := range funcs {
		if f.first <= p.Line && p.Line <= f.last {
			return f.name
		}
	}
	return ""
}

// functionsOf lists the functions of a file, as far as it can be read.
func functionsOf(name string) (out []function) {
	fset := token.NewFileSet()
	file, _ := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
	if file == nil {
		return nil
	}
	for _, decl := range file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok {
			continue
		}
		name := fn.Name.Name
		if recv := receiver(fn); recv != "" {
			name = recv + "." + name
		}
		out = append(out, function{name, fset.Position(fn.Pos()).Line, fset.Position(fn.End()).Line})
	}
	return out
}

// receiver names the type that a method is declared on.
func receiver(fn *ast.FuncDecl) (name string) {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return ""
	}
	ast.Inspect(fn.Recv.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && name == "" {
			name = id.Name
		}
		return name == ""
	})
	return name
}

// UTF16Column converts a place's column from bytes to UTF-16 code units, which
// SARIF counts.
func (s *Source) UTF16Column(p Place) int {
	line := s.Line(p)
	if p.Column < 1 || p.Column-1 > len(line) {
		return max(p.Column, 1)
	}
	return len(utf16.Encode([]rune(line[:p.Column-1]))) + 1
}
