package ignore

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
)

// run finds the directives of each file and what they cover.
func run(pass *analysis.Pass) (any, error) {
	all := new(Directives)
	for _, file := range pass.Files {
		src := &source{file: file, tokens: pass.Fset.File(file.FileStart)}
		for _, group := range file.Comments {
			for _, c := range group.List {
				if d, verb := parse(c); d != nil {
					src.place(d, verb, group)
					all.List = append(all.List, d)
				}
			}
		}
	}
	return all, nil
}

// source is one file, whose nodes are only looked at if it has a directive.
type source struct {
	file   *ast.File
	tokens *token.File

	starts map[int][]ast.Node // by the line that they begin on
	ends   map[int][]ast.Node
	cgo    bool // as written, before cgo has translated it
}

// place settles what a directive covers: the file; or the line that it ends;
// or, standing on lines of its own, the next line after its group of comments.
// A line brings along the declarations, statements and expressions that begin on it.
func (s *source) place(d *Directive, verb string, group *ast.CommentGroup) {
	s.index()
	d.Unsure = s.cgo
	if verb == wholeFile {
		d.covers = []span{{s.file.FileStart, s.file.FileEnd}}
		return
	}
	at := s.line(d.Pos)
	if s.starts[at] != nil || s.ends[at] != nil {
		d.covers = append(s.from(at), s.to(at)...)
		d.covers = append(d.covers, s.whole(at, at))
		return
	}
	// Have: nothing else on its line.
	next := s.line(group.End()) + 1
	d.covers = append(s.from(next), s.whole(s.line(group.Pos()), next))
	d.Heads = next == s.line(s.file.Package)
}

// from lists what begins on a line.
func (s *source) from(line int) (spans []span) {
	for _, n := range s.starts[line] {
		spans = append(spans, pieces(n)...)
	}
	return spans
}

// to lists what ends on a line: a comment behind the last line of a call is
// about the call, one behind the head of a function about the function.
func (s *source) to(line int) (spans []span) {
	for _, n := range s.ends[line] {
		switch n := n.(type) {
		case *ast.BlockStmt, *ast.FuncDecl, *ast.GenDecl:
		case ast.Stmt, ast.Spec, *ast.Field:
			spans = append(spans, pieces(n)...)
		}
	}
	for _, decl := range s.file.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok && fn.Body != nil && s.line(fn.Pos()) <= line && line <= s.line(fn.Body.Lbrace) {
			spans = append(spans, pieces(fn)...)
		}
	}
	return spans
}

// pieces is what a node covers. Of a statement or an expression that is all
// but the bodies of function literals: those are code of their own, which a
// reader of the comment does not expect to be meant. Statements that hold
// others cover nothing but their line.
func pieces(n ast.Node) (spans []span) {
	switch n.(type) {
	case *ast.File, *ast.BlockStmt, *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt,
		*ast.SelectStmt, *ast.CaseClause, *ast.CommClause, *ast.LabeledStmt, *ast.FuncLit:
		return nil
	case ast.Decl, ast.Spec, *ast.Field:
		return []span{{n.Pos(), n.End()}}
	}
	from := n.Pos()
	ast.Inspect(n, func(n ast.Node) bool {
		lit, ok := n.(*ast.FuncLit)
		if ok {
			spans = append(spans, span{from, lit.Body.Lbrace})
			from = lit.Body.Rbrace
		}
		return !ok
	})
	return append(spans, span{from, n.End()})
}

// index notes on which lines nodes begin and end. Every line with code has
// one: no token of Go's stands alone on a line but a closing one.
func (s *source) index() {
	if s.starts != nil {
		return
	}
	s.starts, s.ends = make(map[int][]ast.Node), make(map[int][]ast.Node)
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil, *ast.Comment, *ast.CommentGroup:
			return false
		case *ast.File:
			s.ends[s.line(n.Name.Pos())] = []ast.Node{n.Name} // The package clause.
			return true
		case *ast.ImportSpec:
			s.cgo = s.cgo || n.Path.Value == `"C"`
		}
		if n.Pos().IsValid() && n.End() > n.Pos() {
			s.starts[s.line(n.Pos())] = append(s.starts[s.line(n.Pos())], n)
			s.ends[s.line(n.End()-1)] = append(s.ends[s.line(n.End()-1)], n)
		}
		return true
	})
}

// line is the line of the file as it lies there, whatever //line comments say.
func (s *source) line(pos token.Pos) int { return s.tokens.PositionFor(pos, false).Line }

// whole is everything from the beginning of one line to the end of another.
func (s *source) whole(first, last int) span {
	to := s.file.FileEnd
	if last < s.tokens.LineCount() {
		to = s.tokens.LineStart(last+1) - 1
	}
	return span{s.tokens.LineStart(first), to}
}
