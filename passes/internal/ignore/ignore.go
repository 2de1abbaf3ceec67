// Package ignore reads the comments by which a project silences findings:
//
//	//jwtvet:ignore jwtaud,jwtiss/missing tokens of the old gateway carry neither
//	//jwtvet:file-ignore jwtkey keys of the demonstration
//
// The rules ask here before they report, so that every driver silences alike.
// Nothing is handed from package to package: a directive is about the
// positions of findings, and those lie in the package that is looked at.
package ignore

import (
	"go/token"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Analyzer reads the directives of a package. It has no options, so all rules
// share it.
var Analyzer = &analysis.Analyzer{
	Name:       "jwtdirectives",
	Doc:        "read the comments that silence findings",
	Run:        run,
	ResultType: reflect.TypeFor[*Directives](),
}

// Of returns the directives of the pass's package; none if its analyzer does
// not require Analyzer.
func Of(pass *analysis.Pass) *Directives {
	if d, ok := pass.ResultOf[Analyzer].(*Directives); ok {
		return d
	}
	return new(Directives)
}

// Directives are those of one package.
type Directives struct {
	List []*Directive // by file, in source order
}

// Directive is one comment.
type Directive struct {
	Pos, End token.Pos
	Names    []Name // of rules and categories, as they are written
	// Fault says what is wrong with its form, what follows, and what to write
	// instead; "" if nothing is. A faulty directive silences nothing.
	Fault string
	// Heads tells a directive above the package clause, which covers that line
	// alone and is perhaps meant for the file.
	Heads bool
	// Unsure tells that not all of its file was analysed: nobody knows whether
	// the directive would be used.
	Unsure bool

	covers []span
}

// Name is one word in a directive's list.
type Name struct {
	Text string
	Pos  token.Pos
}

// names reports whether the word stands for a category: it is the category's
// own name, or that of its rule.
func (n Name) names(category string) bool {
	rule, _, _ := strings.Cut(category, "/")
	return n.Text == category || n.Text == rule
}

// span is a piece of a file, both ends included.
type span struct{ from, to token.Pos }

func (d *Directive) covered(pos token.Pos) bool {
	for _, s := range d.covers {
		if s.from <= pos && pos <= s.to {
			return d.Fault == ""
		}
	}
	return false
}

// Covered reports whether any directive is about a position.
func (ds *Directives) Covered(pos token.Pos) bool {
	for _, d := range ds.List {
		if d.covered(pos) {
			return true
		}
	}
	return false
}

// Silencing returns the names, of all directives, that silence a finding.
func (ds *Directives) Silencing(pos token.Pos, category string) (names []Name) {
	for _, d := range ds.List {
		if !d.covered(pos) {
			continue
		}
		for _, n := range d.Names {
			if n.names(category) {
				names = append(names, n)
			}
		}
	}
	return names
}

// Used is what a rule returns: which directives met a finding of its own.
type Used struct {
	Looked bool // the package can have findings of the rule
	names  map[token.Pos]bool
}

// Add notes names that met a finding.
func (u *Used) Add(names []Name) {
	if u.names == nil {
		u.names = make(map[token.Pos]bool)
	}
	for _, n := range names {
		u.names[n.Pos] = true
	}
}

// Has reports whether a name met a finding.
func (u *Used) Has(n Name) bool { return u.names[n.Pos] }
