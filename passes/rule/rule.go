// Package rule holds the vocabulary that every rule, the registry and the
// front ends share: what a rule is called, what it reports, and how bad that is.
package rule

import "golang.org/x/tools/go/analysis"

// Level says how sure and how bad a finding is.
type Level int

const (
	// Note is hardening or house-keeping; not reported by default.
	Note Level = iota + 1
	// Warning is a check that RFC 8725 or OWASP ask for and that is absent or can fall away.
	Warning
	// Error means that an attacker gets in with what the code shows; a runnable exploit in testdata proves it.
	Error
)

// String returns the level as flags, text output and SARIF spell it.
func (l Level) String() string {
	switch l {
	case Note:
		return "note"
	case Warning:
		return "warning"
	case Error:
		return "error"
	}
	return "unknown"
}

// ParseLevel is the inverse of String; ok is false for any other text.
func ParseLevel(s string) (l Level, ok bool) {
	for _, l := range []Level{Note, Warning, Error} {
		if l.String() == s {
			return l, true
		}
	}
	return 0, false
}

// Category is one kind of finding of a rule: the diagnostic's Category, the
// SARIF rule id and the word that silences it.
type Category struct {
	Name  string   // "jwtalg/unpinned"
	Level Level    // of every finding of the category
	CWE   []string // "CWE-347"
	RFC   string   // "RFC 8725 3.1"
	Title string   // what is wrong, as a sentence without a full stop
}

// Rule is an analyzer together with what users are told about it.
type Rule struct {
	*analysis.Analyzer
	Categories []Category // sorted by name
	Bad, Good  string     // the shortest Go code that is reported, and its correction
	Fix        string     // what to do about a finding, as a sentence without a full stop
	Default    bool       // runs when no rule is named

	// Beside, if not nil, is told all rules there are and those that are to
	// run, before any runs. Only the registry calls it.
	Beside func(all, running []*Rule)
}

// Options are what a user may ask of every rule. Each rule has its own copy,
// bound to its flags -strict and -tests.
type Options struct {
	Strict bool // also say, as notes, what could not be seen
	Tests  bool // report in _test.go files as well
}

// Register binds the options to the flags of the analyzer that closes over them.
func (o *Options) Register(a *analysis.Analyzer) {
	a.Flags.BoolVar(&o.Strict, "strict", o.Strict, "also report, as notes, what the analysis could not see")
	a.Flags.BoolVar(&o.Tests, "tests", o.Tests, "also report in _test.go files")
}

// Category returns the category of the given name.
func (r *Rule) Category(name string) (Category, bool) {
	for _, c := range r.Categories {
		if c.Name == name {
			return c, true
		}
	}
	return Category{}, false
}
