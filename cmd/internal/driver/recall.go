package driver

import (
	"go/parser"
	"go/token"
	"go/types"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// recall asks the cache about the packages that may have to be analysed.
func (l *loader) recall() {
	if l.cache == nil {
		return
	}
	for _, u := range l.order {
		u.key = l.key(u)
		if l.matters(u, mayHaveFacts) {
			u.known = l.cache.get(u.key)
			u.unknown = u.known == nil
		}
	}
}

// mayHaveFacts tells of packages that are not loaded yet: one that the cache does
// not know may turn out to have facts.
func mayHaveFacts(dep *unit) bool { return dep.unknown || dep.known != nil && dep.known.Facts != nil }

// remind gives importers the facts that an earlier run has found out.
func (l *loader) remind(u *unit) {
	if len(u.known.Facts) == 0 {
		return
	}
	if err := l.facts.decode(u.known.Facts, map[string]*types.Package{u.types.Path(): u.types}); err != nil {
		u.broken = "the cache is damaged (jwtvet cache clean): " + err.Error()
	}
}

// remember gives the cache what has been found out about a package that
// nothing was wrong with.
func (l *loader) remember(u *unit) {
	if l.cache == nil || u.changed || u.broken != "" || len(u.faults) > 0 {
		return
	}
	facts, err := l.facts.encodeOwn(u.types)
	if err != nil {
		return // The next run finds out itself.
	}
	k := &known{Facts: facts}
	for _, d := range u.diagnostics {
		k.Found = append(k.Found, l.found(d))
	}
	l.cache.put(u.key, k)
}

// found is a diagnostic whose places are told by file and offset.
type found struct {
	Analyzer, Category, Message, URL string
	At                               span
	Related                          []foundRelated `json:",omitempty"`
	Fixes                            []foundFix     `json:",omitempty"`
}

type span struct {
	File     string `json:",omitempty"`
	Pos, End int    // End is -1 if there is none
}

type foundRelated struct {
	At      span
	Message string
}

type foundFix struct {
	Message string
	Edits   []foundEdit
}

type foundEdit struct {
	At  span
	New []byte
}

func (l *loader) found(d Diagnostic) found {
	f := found{Analyzer: d.Analyzer.Name, Category: d.Category, Message: d.Message, URL: d.URL, At: l.span(d.Pos, d.End)}
	for _, r := range d.Related {
		f.Related = append(f.Related, foundRelated{l.span(r.Pos, r.End), r.Message})
	}
	for _, fix := range d.SuggestedFixes {
		one := foundFix{Message: fix.Message}
		for _, e := range fix.TextEdits {
			one.Edits = append(one.Edits, foundEdit{l.span(e.Pos, e.End), e.NewText})
		}
		f.Fixes = append(f.Fixes, one)
	}
	return f
}

func (l *loader) span(pos, end token.Pos) span {
	file := l.fset.File(pos)
	if file == nil {
		return span{}
	}
	s := span{file.Name(), file.Offset(pos), -1}
	if end.IsValid() && l.fset.File(end) == file {
		s.End = file.Offset(end)
	}
	return s
}

// recalled returns the diagnostics of a package out of the cache.
func (l *loader) recalled(k *known) []Diagnostic {
	var out []Diagnostic
	for _, f := range k.Found {
		d := Diagnostic{Diagnostic: analysis.Diagnostic{Category: f.Category, Message: f.Message, URL: f.URL}}
		for _, a := range l.analyzers {
			if a.Name == f.Analyzer {
				d.Analyzer = a
			}
		}
		d.Pos, d.End = l.files.places(l.fset, f.At)
		for _, r := range f.Related {
			rel := analysis.RelatedInformation{Message: r.Message}
			rel.Pos, rel.End = l.files.places(l.fset, r.At)
			d.Related = append(d.Related, rel)
		}
		for _, fix := range f.Fixes {
			one := analysis.SuggestedFix{Message: fix.Message}
			for _, e := range fix.Edits {
				edit := analysis.TextEdit{NewText: e.New}
				edit.Pos, edit.End = l.files.places(l.fset, e.At)
				one.TextEdits = append(one.TextEdits, edit)
			}
			d.SuggestedFixes = append(d.SuggestedFixes, one)
		}
		out = append(out, d)
	}
	return out
}

// fileSet has the files in which something was found by an earlier run.
type fileSet struct {
	mu     sync.Mutex
	byName map[string]*token.File
}

// places are the positions of a span in this run.
func (s *fileSet) places(fset *token.FileSet, at span) (pos, end token.Pos) {
	file := s.file(fset, at.File)
	if file == nil || at.Pos > file.Size() || at.End > file.Size() {
		return token.NoPos, token.NoPos
	}
	if at.End >= 0 {
		end = file.Pos(at.End)
	}
	return file.Pos(at.Pos), end
}

// file reads a file for its lines: what the comments in it say of other
// files' lines, only the parser knows.
func (s *fileSet) file(fset *token.FileSet, name string) *token.File {
	s.mu.Lock()
	defer s.mu.Unlock()
	if file, ok := s.byName[name]; ok || name == "" {
		return file
	}
	if s.byName == nil {
		s.byName = make(map[string]*token.File)
	}
	s.byName[name] = nil
	if f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution); err == nil {
		s.byName[name] = fset.File(f.FileStart)
	}
	return s.byName[name]
}
