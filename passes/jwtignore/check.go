package jwtignore

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/ignore"
	"github.com/jwtvet/jwtvet/passes/rule"
	"github.com/jwtvet/jwtvet/passes/suggest"
)

// others is what the rule knows of the rules beside it.
type others struct {
	known   []string                      // names of all rules and categories; none if there is no registry
	running map[string]*analysis.Analyzer // by the rule's name
	order   []*analysis.Analyzer
}

func besides(self *rule.Rule, all, running []*rule.Rule) others {
	o := others{running: make(map[string]*analysis.Analyzer)}
	for _, r := range all {
		o.known = append(o.known, r.Name)
		for _, c := range r.Categories {
			o.known = append(o.known, c.Name)
		}
	}
	for _, r := range running {
		if r != self {
			o.running[r.Name] = r.Analyzer
			o.order = append(o.order, r.Analyzer)
		}
	}
	return o
}

func (o *others) analyzers() []*analysis.Analyzer { return o.order }

func run(pass *analysis.Pass, opts *rule.Options, o *others) {
	c := &checker{others: o, rep: diag.New(pass, opts), used: make(map[string]*ignore.Used)}
	looked := flow.ResultOf(pass).Looked()
	for name, a := range o.running {
		c.used[name] = pass.ResultOf[a].(*ignore.Used)
		looked = looked || c.used[name].Looked
	}
	if !looked {
		return // Not every driver reads this package.
	}
	for _, d := range ignore.Of(pass).List {
		c.directive(d)
	}
}

// checker looks at the directives of one package.
type checker struct {
	*others
	rep  *diag.Reporter
	used map[string]*ignore.Used // by rule, of those that ran
}

func (c *checker) directive(d *ignore.Directive) {
	if d.Fault != "" {
		c.malformed(d.Pos, d.End, d.Fault)
		return
	}
	for _, n := range d.Names {
		name, _, _ := strings.Cut(n.Text, "/")
		end := n.Pos + token.Pos(len(n.Text))
		switch used := c.used[name]; {
		case !c.knows(n.Text):
			c.malformed(n.Pos, end, c.unknown(n.Text))
		case used != nil && !used.Has(n) && !d.Unsure:
			remedy := "take it out"
			if d.Heads {
				remedy = "for the whole file write //jwtvet:file-ignore"
			}
			c.rep.Report(diag.Finding{Pos: n.Pos, End: end, Category: "jwtignore/unused",
				Message: "no finding of " + n.Text + " is silenced here (the next one would be, unnoticed); " + remedy})
		}
	}
}

func (c *checker) malformed(pos, end token.Pos, message string) {
	c.rep.Report(diag.Finding{Pos: pos, End: end, Category: "jwtignore/malformed", Message: message})
}

// knows reports whether a name is one of a rule or category. Without the
// others, any name is.
func (c *checker) knows(name string) bool {
	return len(c.known) == 0 || slices.Contains(c.known, name)
}

// unknown words the finding about a name that is none.
func (c *checker) unknown(name string) string {
	kind, remedy := "rule", "see jwtvet help for the names"
	if strings.Contains(name, "/") {
		kind = "category"
	}
	if near := suggest.Nearest(name, c.known); near != "" {
		remedy = "write " + near
	}
	return "unknown " + kind + " " + ignore.Clip(name) + " (it silences nothing); " + remedy
}
