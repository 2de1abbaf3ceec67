package flow_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// generator writes type-correct programs out of odd functions. Each function
// has the signature of one of four kinds, so that any may call any other.
type generator struct {
	rand  *rand.Rand
	keys  []string // functions that return a []byte
	funcs []string // keyfuncs
	opts  []string // functions that return options
	out   strings.Builder
}

func (g *generator) pick(list []string) string { return list[g.rand.IntN(len(list))] }

const preamble = `package generated

import (
	"errors"
	"os"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

var errNo = errors.New("no")

type claims struct {
	jwt.RegisteredClaims
	Role string
}

func (c *claims) Validate() error {
	if c.Role == "" {
		return errNo
	}
	return nil
}

type box[T any] struct {
	value T
	next  *box[T]
	table map[string]T
	pipe  chan T
}

func (b *box[T]) get() T       { return b.value }
func (b *box[T]) set(v T) *box[T] { b.value = v; b.table[""] = v; return b }

func first[T any](list ...T) (out T) {
	for _, v := range list {
		return v
	}
	return
}

func key0() []byte                          { return []byte(os.Getenv("KEY")) }
func func0(*jwt.Token) (any, error)         { return key0(), nil }
func opts0() (out []jwt.ParserOption)       { defer func() { out = append(out, jwt.WithIssuer("x")) }(); return }

var keyBox = &box[[]byte]{table: map[string][]byte{"a": []byte("in a map")}, pipe: make(chan []byte, 1)}
var funcBox = &box[jwt.Keyfunc]{value: func0, table: map[string]jwt.Keyfunc{"x": func0}, pipe: make(chan jwt.Keyfunc, 1)}
var parserBox = box[*jwt.Parser]{value: jwt.NewParser(opts0()...)}

`

// program writes the preamble and size functions of each kind.
func (g *generator) program(size int) string {
	g.out.WriteString(preamble)
	g.keys, g.funcs, g.opts = []string{"key0"}, []string{"func0"}, []string{"opts0"}
	n := size + 1
	for i := 1; i < n; i++ { // Named first, so that they can recurse into each other.
		g.keys = append(g.keys, fmt.Sprintf("key%d", i))
		g.funcs = append(g.funcs, fmt.Sprintf("func%d", i))
		g.opts = append(g.opts, fmt.Sprintf("opts%d", i))
	}
	for i := 1; i < n; i++ {
		fmt.Fprintf(&g.out, "func key%d() []byte {\n%s}\n\n", i, g.keyBody())
		fmt.Fprintf(&g.out, "func func%d(t *jwt.Token) (any, error) {\n%s}\n\n", i, g.funcBody())
		fmt.Fprintf(&g.out, "func opts%d() []jwt.ParserOption {\n%s}\n\n", i, g.optsBody())
		fmt.Fprintf(&g.out, "func use%d(raw string, given jwt.Keyfunc) (c claims, err error) {\n%s\treturn\n}\n\n", i, g.useBody())
	}
	return g.out.String()
}

func (g *generator) key() string {
	return g.pick([]string{
		g.pick(g.keys) + "()", `[]byte("literal")`, `keyBox.get()`, `keyBox.next.get()`, `first(` + g.pick(g.keys) + `(), nil)`,
		`keyBox.table[os.Getenv("ID")]`, `append([]byte(nil), ` + g.pick(g.keys) + `()...)`, `<-keyBox.pipe`,
		`[]byte(strings.TrimSpace(string(` + g.pick(g.keys) + `())))`, `keyBox.set(` + g.pick(g.keys) + `()).get()`,
		`func() []byte { return ` + g.pick(g.keys) + `() }()`,
	})
}

func (g *generator) keyBody() string {
	return g.pick([]string{
		"\treturn " + g.key() + "\n",
		"\tk := " + g.key() + "\n\tif len(k) == 0 {\n\t\tk = " + g.key() + "\n\t}\n\treturn k\n",
		"\tvar k []byte\nagain:\n\tif k == nil {\n\t\tk = " + g.key() + "\n\t\tgoto again\n\t}\n\treturn k\n",
		"\tvar k []byte\n\tdefer func() { k = " + g.key() + " }()\n\tfor i := range 3 {\n\t\tk = append(k, byte(i))\n\t}\n\treturn k\n",
		"\tselect {\n\tcase k := <-keyBox.pipe:\n\t\treturn k\n\tdefault:\n\t}\n\tkeyBox.pipe <- " + g.key() + "\n\treturn " + g.key() + "\n",
		"\tget := keyBox.get\n\tmethod := (*box[[]byte]).get\n\tif os.Args == nil {\n\t\treturn get()\n\t}\n\treturn method(keyBox)\n",
		g.bigSwitch(),
	})
}

// bigSwitch returns another key for each of many names.
func (g *generator) bigSwitch() string {
	var b strings.Builder
	b.WriteString("\tvar k []byte\n\tswitch os.Getenv(\"TENANT\") {\n")
	for i := range 40 + g.rand.IntN(40) {
		fmt.Fprintf(&b, "\tcase \"t%d\":\n\t\tk = %s\n", i, g.key())
		if g.rand.IntN(4) == 0 {
			b.WriteString("\t\tfallthrough\n")
			fmt.Fprintf(&b, "\tcase \"u%d\":\n\t\tk = append(k, 1)\n", i)
		}
	}
	b.WriteString("\t}\n\treturn k\n")
	return b.String()
}

func (g *generator) funcBody() string {
	k := g.key()
	return g.pick([]string{
		"\treturn " + k + ", nil\n",
		"\treturn " + g.pick(g.funcs) + "(t)\n",
		"\tif t.Method.Alg() != \"HS256\" {\n\t\treturn nil, errNo\n\t}\n\treturn " + k + ", nil\n",
		"\tif _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok || t.Header[\"kid\"] == nil {\n\t\treturn nil, errNo\n\t}\n\treturn " + k + ", nil\n",
		"\tswitch m := t.Method.(type) {\n\tcase *jwt.SigningMethodRSA:\n\t\t_ = m\n\t\treturn nil, errNo\n\tcase *jwt.SigningMethodHMAC:\n\t\treturn " + k + ", nil\n\t}\n\treturn " + g.pick(g.funcs) + "(t)\n",
		"\tvar k any\n\tvar err error\nouter:\n\tfor i := 0; ; i++ {\n\t\tfor {\n\t\t\tif i > 2 {\n\t\t\t\tbreak outer\n\t\t\t}\n\t\t\tk, err = " + g.pick(g.funcs) + "(t)\n\t\t\tcontinue outer\n\t\t}\n\t}\n\treturn k, err\n",
		"\treturn funcBox.table[t.Method.Alg()](t)\n",
		"\tok := t.Method == jwt.SigningMethodHS256 || strings.HasPrefix(t.Method.Alg(), \"HS\")\n\tif ok {\n\t\treturn " + k + ", nil\n\t}\n\treturn nil, errNo\n",
		"\tf := " + g.pick(g.funcs) + "\n\tg := func(t *jwt.Token) (any, error) { return f(t) }\n\tf = g\n\treturn g(t)\n",
	})
}

func (g *generator) optsBody() string {
	return g.pick([]string{
		"\treturn append(" + g.pick(g.opts) + "(), jwt.WithValidMethods([]string{\"HS256\"}))\n",
		"\tvar list []jwt.ParserOption\n\tfor _, o := range " + g.pick(g.opts) + "() {\n\t\tlist = append(list, o)\n\t}\n\treturn list\n",
		"\treturn []jwt.ParserOption{jwt.WithAudience(strings.Fields(os.Getenv(\"AUD\"))...), jwt.WithIssuer(\"\")}\n",
		"\tlist := " + g.pick(g.opts) + "()\n\treturn append(list[:0], list...)\n",
		"\treturn nil\n",
		"\tm := map[string][]jwt.ParserOption{\"a\": " + g.pick(g.opts) + "()}\n\treturn m[os.Getenv(\"A\")]\n",
	})
}

func (g *generator) keyfunc() string {
	return g.pick([]string{
		g.pick(g.funcs), "given", "funcBox.get()", "funcBox.table[raw]", "first(" + g.pick(g.funcs) + ", given)",
		"func(t *jwt.Token) (any, error) { return " + g.pick(g.funcs) + "(t) }",
		"func(t *jwt.Token) (k any, err error) { defer func() { k = " + g.key() + " }(); return " + g.pick(g.funcs) + "(t) }",
	})
}

func (g *generator) useBody() string {
	other := g.rand.IntN(len(g.funcs)-1) + 1
	return g.pick([]string{
		"\t_, err = jwt.ParseWithClaims(raw, &c, " + g.keyfunc() + ", " + g.pick(g.opts) + "()...)\n",
		"\tparse := jwt.ParseWithClaims\n\t_, err = parse(raw, &c, " + g.keyfunc() + ")\n\t_, err = jwt.Parse(raw, given)\n",
		"\tp := parserBox.get()\n\tdefer func() { _, err = p.ParseWithClaims(raw, &c, " + g.keyfunc() + ") }()\n\tgo jwt.Parse(raw, " + g.keyfunc() + ")\n",
		fmt.Sprintf("\tif raw != \"\" {\n\t\treturn use%d(raw[1:], %s)\n\t}\n\t_, err = jwt.Parse(raw, given)\n", other, g.keyfunc()),
		"\tvar m jwt.MapClaims\n\tvar t *jwt.Token\n\tif t, err = jwt.ParseWithClaims(raw, m, " + g.keyfunc() + ", jwt.WithoutClaimsValidation()); err == nil {\n\t\tfor k, v := range t.Claims.(jwt.MapClaims) {\n\t\t\tif k == \"iss\" && v == m[\"iss\"] {\n\t\t\t\tc.Role = k\n\t\t\t}\n\t\t}\n\t}\n",
		"\tt := jwt.NewWithClaims(jwt.GetSigningMethod(os.Getenv(\"ALG\")), c)\n\tsign := t.SignedString\n\t_, err = sign(" + g.key() + ")\n\t_, err = t.SignedString(" + g.key() + ")\n\t_, err = jwt.Parse(raw, " + g.keyfunc() + ")\n",
	})
}
