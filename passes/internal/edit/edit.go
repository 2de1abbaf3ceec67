// Package edit writes the fixes that rules offer. A fix is safe or it is
// absent: each function here returns nil where the source has a shape that it
// cannot change without guessing.
package edit

import (
	"bytes"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"strconv"

	"golang.org/x/tools/go/analysis"
)

// File returns the file that a fix may change: the one that holds both the
// place of the finding and that of the edit. Drivers apply fixes to the
// finding's file only, and neither generated code nor what cgo has made of
// a file is theirs to change.
func File(pass *analysis.Pass, finding, edit token.Pos) *ast.File {
	for _, file := range pass.Files {
		if edit < file.FileStart || edit > file.FileEnd {
			continue
		}
		inside := file.FileStart <= finding && finding <= file.FileEnd
		named := pass.Fset.PositionFor(edit, false).Filename == pass.Fset.Position(edit).Filename
		if !inside || !named || ast.IsGenerated(file) {
			return nil
		}
		return file
	}
	return nil
}

// Name returns how the code at pos refers to an exported name of an imported
// package: "jwt.WithIssuer", or without a qualifier where the import has a dot.
// ok is false if the file does not import the package, or if something else has
// taken the name there.
func Name(pass *analysis.Pass, file *ast.File, pos token.Pos, pkg *types.Package, name string) (text string, ok bool) {
	scope := pass.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return "", false
	}
	for _, spec := range file.Imports {
		imported := pass.TypesInfo.PkgNameOf(spec)
		if imported == nil || imported.Imported() != pkg {
			continue
		}
		if imported.Name() == "." {
			_, found := scope.LookupParent(name, pos)
			return name, found != nil && found.Pkg() == pkg
		}
		if _, found := scope.LookupParent(imported.Name(), pos); found == imported {
			return imported.Name() + "." + name, true
		}
	}
	return "", false
}

// Text returns how the code at pos can say a constant text: by the name of a
// constant of this package, if it has one, else as a literal.
func Text(pass *analysis.Pass, pos token.Pos, text string, named *types.Const) string {
	if named != nil && named.Parent() == pass.Pkg.Scope() {
		if scope := pass.Pkg.Scope().Innermost(pos); scope != nil {
			if _, found := scope.LookupParent(named.Name(), pos); found == named {
				return named.Name()
			}
		}
	}
	return strconv.Quote(text)
}

// Universal reports whether a predeclared name has its usual meaning at pos.
func Universal(pass *analysis.Pass, pos token.Pos, name string) bool {
	scope := pass.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return false
	}
	_, found := scope.LookupParent(name, pos)
	return found != nil && found == types.Universe.Lookup(name)
}

// Append is the fix that adds an argument to a call, behind the others and
// with what separates it from them. Several at one call do not disturb each
// other: each text is complete by itself, whatever is put in front of it.
func Append(call *ast.CallExpr, arg, message string) []analysis.SuggestedFix {
	if len(call.Args) == 0 {
		return fix(message, call.Lparen+1, call.Lparen+1, arg+", ") // The formatter drops the last comma.
	}
	end := call.Args[len(call.Args)-1].End()
	return fix(message, end, end, ", "+arg)
}

// Arguments is the fix that puts one argument in place of all that a call has.
func Arguments(call *ast.CallExpr, arg, message string) []analysis.SuggestedFix {
	start, end := call.Lparen+1, call.Rparen
	if len(call.Args) > 0 {
		start, end = call.Args[0].Pos(), call.Args[len(call.Args)-1].End()
	}
	return fix(message, start, end, arg)
}

// Replace is the fix that puts a text in place of what stands between two positions.
func Replace(start, end token.Pos, text, message string) []analysis.SuggestedFix {
	return fix(message, start, end, text)
}

// Before is the fix that puts a text in front of what begins at pos.
func Before(pos token.Pos, text, message string) []analysis.SuggestedFix {
	return fix(message, pos, pos, text)
}

// Last is the fix that adds a statement at the end of a block, on a line of its
// own, behind comments that stand there. There is none for a block whose brace
// does not stand on a line of its own, indented by tabs.
func Last(pass *analysis.Pass, block *ast.BlockStmt, stmt, message string) []analysis.SuggestedFix {
	at := pass.Fset.PositionFor(block.Rbrace, false)
	src, err := read(pass, at.Filename)
	if err != nil || at.Offset > len(src) {
		return nil
	}
	indent := src[bytes.LastIndexByte(src[:at.Offset], '\n')+1 : at.Offset]
	if len(bytes.Trim(indent, "\t")) > 0 {
		return nil
	}
	return fix(message, block.Rbrace, block.Rbrace, "\t"+stmt+"\n"+string(indent))
}

// line is the fix that puts a statement on a line of its own in front of the one
// that begins at pos. There is none if that does not begin its line, indented by tabs.
func line(pass *analysis.Pass, pos token.Pos, stmt, message string) []analysis.SuggestedFix {
	at := pass.Fset.PositionFor(pos, false)
	src, err := read(pass, at.Filename)
	if err != nil || at.Offset > len(src) {
		return nil
	}
	indent := src[bytes.LastIndexByte(src[:at.Offset], '\n')+1 : at.Offset]
	if len(bytes.Trim(indent, "\t")) > 0 {
		return nil
	}
	return fix(message, pos, pos, stmt+"\n"+string(indent))
}

// read returns a file as the driver sees it: an editor may hold another text of
// it than the disk. Bazel's nogo has no such function.
func read(pass *analysis.Pass, name string) ([]byte, error) {
	if pass.ReadFile == nil {
		return os.ReadFile(name)
	}
	return pass.ReadFile(name)
}

func fix(message string, start, end token.Pos, text string) []analysis.SuggestedFix {
	return []analysis.SuggestedFix{{Message: message, TextEdits: []analysis.TextEdit{
		{Pos: start, End: end, NewText: []byte(text)},
	}}}
}

// TwoValued is the fix that gives the right side of "x := ..." a second result,
// and leaves the function in a statement of its own behind it if that is false.
// There is none for a statement that shares its line, or that tabs do not indent.
func TwoValued(pass *analysis.Pass, stmt *ast.AssignStmt, second, leave, message string) []analysis.SuggestedFix {
	start, end := pass.Fset.PositionFor(stmt.Pos(), false), pass.Fset.PositionFor(stmt.End(), false)
	src, err := read(pass, start.Filename)
	if err != nil || end.Offset > len(src) {
		return nil
	}
	indent := src[bytes.LastIndexByte(src[:start.Offset], '\n')+1 : start.Offset]
	rest, _, _ := bytes.Cut(src[end.Offset:], []byte("\n"))
	if tail := bytes.TrimSpace(rest); len(bytes.Trim(indent, "\t")) > 0 || len(tail) > 0 && !bytes.HasPrefix(tail, []byte("//")) {
		return nil
	}
	at := stmt.End() + token.Pos(len(bytes.TrimRight(rest, "\r")))
	text := "\n" + string(indent) + "if !" + second + " {\n" + string(indent) + "\t" + leave + "\n" + string(indent) + "}"
	lhs := stmt.Lhs[0].End()
	return []analysis.SuggestedFix{{Message: message, TextEdits: []analysis.TextEdit{
		{Pos: lhs, End: lhs, NewText: []byte(", " + second)},
		{Pos: at, End: at, NewText: []byte(text)},
	}}}
}
