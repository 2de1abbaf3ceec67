package flow_test

import (
	"fmt"
	"regexp"
	"strings"
)

// generated is a program of two packages: lib, and app that imports it.
type generated struct {
	version  string // of the JWT library, "" if unknown
	lib, app string
	used     map[string]bool // alternatives of the grammar
}

func (p generated) String() string { return p.lib + "\n// ----\n\n" + p.app }

// generate turns bytes into a program: each byte chooses an alternative of the
// grammar, so that the fuzzer's small changes make small changes. Where the
// bytes end, or the program is large enough, the first alternative is taken,
// which is always a short one.
func generate(data []byte) generated {
	g := &generator{data: data, used: make(map[string]bool)}
	version := []string{"v5.3.1", "", "v5.0.0", "v5.2.2"}[g.choose(4)]
	return generated{version: version, lib: g.pkg("lib"), app: g.pkg("app"), used: g.used}
}

type generator struct {
	data   []byte
	pos    int
	budget int             // of expansions in the function at hand
	used   map[string]bool // see alternative

	counts  [2]int     // functions of each kind in lib, and in the package at hand
	app     bool       // the package at hand is app
	scopes  [][]string // variables in sight, innermost scope last
	returns []string   // nonterminals of the return statements, innermost function last
	labels  int
}

const (
	maxBudget = 1500 // of a package
	maxDepth  = 12
)

func (g *generator) choose(n int) int {
	if g.pos >= len(g.data) || g.budget < 0 {
		return 0
	}
	b := g.data[g.pos]
	g.pos++
	return int(b) % n
}

// pkg writes one package: the preamble, and functions of each kind, which call
// each other at will.
func (g *generator) pkg(name string) string {
	g.app = name == "app"
	g.counts[0], g.counts[1] = g.counts[1], g.choose(6)+1
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(preamble, "$package", name))
	if g.app {
		text := b.String()
		b.Reset()
		b.WriteString(strings.Replace(text, "import (", "import (\n\t\"example.com/generated/lib\"", 1) + derived)
	}
	for i := range g.counts[1] {
		for _, f := range functions {
			g.budget = maxBudget / (g.counts[1] * len(functions))
			fmt.Fprintf(&b, "func "+f.signature+" %s\n\n", i, g.body(f.returns, f.vars))
		}
	}
	return b.String()
}

var nonterminal = regexp.MustCompile(`\$[a-zA-Z]+`)

// alternative names an alternative of the grammar.
func alternative(name string, i int) string { return fmt.Sprintf("%s[%d]", name, i) }

// expand writes one alternative of a nonterminal.
func (g *generator) expand(name string, depth int) string {
	g.budget--
	alternatives, ok := grammar[name]
	if !ok {
		return "no rule for " + name // does not parse, so that the test fails
	}
	i := 0
	if depth < maxDepth {
		i = g.choose(len(alternatives))
	}
	g.used[alternative(name, i)] = true
	g.labels++
	label := fmt.Sprintf("L%d", g.labels)
	return nonterminal.ReplaceAllStringFunc(alternatives[i], func(s string) string {
		if s == "$L" {
			return label
		}
		return g.replace(s[1:], depth+1)
	})
}

// replace writes what a nonterminal stands for; those that depend on what is
// in sight are not in the grammar.
func (g *generator) replace(name string, depth int) string {
	switch name {
	case "block":
		return g.block(depth)
	case "return":
		return g.expand(g.returns[len(g.returns)-1], depth)
	case "bigswitch":
		return g.bigSwitch(depth)
	case "number": // of a function of any kind, as in Key$number
		return fmt.Sprint(g.choose(g.counts[1]))
	case "libnumber":
		return fmt.Sprint(g.choose(g.counts[0]))
	}
	if kind, ok := strings.CutPrefix(name, "foreign"); ok && !g.app {
		return g.expand(kind, depth)
	}
	if kind, ok := strings.CutPrefix(name, "body"); ok {
		return g.body("return"+kind, map[string]string{"value": "token"}[kind])
	}
	if kind, ok := strings.CutPrefix(name, "var"); ok {
		return g.variable(kind, depth)
	}
	if kind, ok := strings.CutPrefix(name, "new"); ok {
		return g.declare(kind, depth)
	}
	return g.expand(name, depth)
}

// body is that of a function: some statements and a return. Operands and
// results share a scope with the outermost variables.
func (g *generator) body(returns, vars string) string {
	g.returns = append(g.returns, returns)
	g.scopes = append(g.scopes, strings.Fields(vars))
	text := "{\n" + g.statements(maxDepth/2) + g.expand(returns, maxDepth/2) + "\n}"
	g.scopes = g.scopes[:len(g.scopes)-1]
	g.returns = g.returns[:len(g.returns)-1]
	return text
}

func (g *generator) block(depth int) string {
	g.scopes = append(g.scopes, nil)
	text := "{\n" + g.statements(depth) + "}"
	g.scopes = g.scopes[:len(g.scopes)-1]
	return text
}

func (g *generator) statements(depth int) string {
	var b strings.Builder
	for range g.choose(4) {
		b.WriteString(g.expand("stmt", depth) + "\n")
	}
	return b.String()
}

// variable is one of the kind in sight, or an expression if there is none.
func (g *generator) variable(kind string, depth int) string {
	var seen []string
	for _, scope := range g.scopes {
		for _, v := range scope {
			if strings.TrimRight(v, "0123456789") == kind {
				seen = append(seen, v)
			}
		}
	}
	if len(seen) == 0 {
		return g.expand("global"+kind, depth)
	}
	return seen[g.choose(len(seen))]
}

// declare declares a variable, or assigns to it if the innermost scope has it:
// with three names for each kind, variables shadow each other often.
func (g *generator) declare(kind string, depth int) string {
	name, value := fmt.Sprintf("%s%d", kind, g.choose(3)+1), g.expand(kind, depth)
	scope := &g.scopes[len(g.scopes)-1]
	for _, v := range *scope {
		if v == name {
			return name + " = " + value
		}
	}
	*scope = append(*scope, name)
	return fmt.Sprintf("var %s %s = %s\n_ = %s", name, kindTypes[kind], value, name)
}

// bigSwitch does something else for each of many names.
func (g *generator) bigSwitch(depth int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "switch (%s) {\n", g.expand("str", depth))
	for i := range 40 + g.choose(60) {
		fmt.Fprintf(&b, "case \"tenant %d\":\n%s\n", i, g.expand("set", depth))
		if g.choose(4) == 1 {
			fmt.Fprintf(&b, "fallthrough\ncase \"guest %d\":\n", i)
		}
	}
	b.WriteString("}")
	return b.String()
}
