package ignore

import (
	"go/ast"
	"go/token"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/jwtvet/jwtvet/passes/suggest"
)

const (
	tool      = "jwtvet"
	line      = "ignore"      // what the comment stands at
	wholeFile = "file-ignore" // the file that it stands in
)

var verbs = []string{wholeFile, line}

// meant matches comments that are, or were meant to be, directives of ours.
var meant = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(//|/\*)(\s*)(?i:jwtvet)(\s*):(\s*)([\w-]+)`)
})

// parse returns the directive in a comment and its verb, or nil. Directives
// have the form that Go's own have; what is nearly one is returned as a faulty
// one, because a comment that is taken for prose would do nothing unnoticed.
func parse(c *ast.Comment) (d *Directive, verb string) {
	m := meant().FindStringSubmatch(c.Text)
	if m == nil {
		return nil, ""
	}
	d = &Directive{Pos: c.Pos(), End: c.End()}
	syntax, ok := ast.ParseDirective(c.Pos(), c.Text)
	if !ok || syntax.Tool != tool {
		near := suggest.Nearest(m[5], verbs)
		if near == "" && (m[1] == "/*" || m[2]+m[3]+m[4] != "") {
			return nil, "" // Prose that begins with our name and a colon.
		}
		d.Fault = "this is a plain comment (nothing is silenced); write //" + tool + ":" + near
		if near == "" {
			d.Fault = unknown(m[5])
		}
		return d, ""
	}
	if syntax.Name != line && syntax.Name != wholeFile {
		d.Fault = unknown(syntax.Name)
		return d, ""
	}
	d.arguments(syntax.Args, syntax.ArgsPos)
	return d, syntax.Name
}

func unknown(verb string) string {
	remedy := suggest.Nearest(verb, verbs)
	if remedy == "" {
		remedy = line + " or //" + tool + ":" + wholeFile
	}
	return "unknown directive " + Clip(verb) + " (nothing is silenced); write //" + tool + ":" + remedy
}

// arguments reads the list of names and the reason.
func (d *Directive) arguments(args string, pos token.Pos) {
	list, reason, _ := strings.Cut(args, " ")
	if i := strings.IndexFunc(args, unicode.IsSpace); i >= 0 {
		list, reason = args[:i], args[i:]
	}
	for name := range strings.SplitSeq(list, ",") {
		d.Names = append(d.Names, Name{name, pos})
		pos += token.Pos(len(name) + len(","))
		if name == "" && list != "" {
			d.Fault = "the list of rules has an empty place (nothing is silenced); write commas without spaces: jwtaud,jwtiss"
		}
	}
	switch {
	case list == "":
		d.Names = nil
		d.Fault = "the directive names no rule (nothing is silenced); write the rule, such as jwtaud or jwtaud/missing, and the reason"
	case d.Fault == "" && !strings.ContainsFunc(reason, word):
		d.Fault = "the directive gives no reason (nothing is silenced); say after the rules why the finding does no harm"
	}
}

// word reports whether a character can be part of a word, so that dashes and
// slashes alone are no reason.
func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Clip quotes a word of the user's, cut where it would make a message long.
func Clip(word string) string {
	const most = 24
	if utf8.RuneCountInString(word) > most {
		word = string([]rune(word)[:most]) + "..."
	}
	return `"` + word + `"`
}
