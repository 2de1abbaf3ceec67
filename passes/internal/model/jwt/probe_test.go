package jwt

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"text/template"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// probe is one question to a release, as a Go expression of type bool, and the
// answer that its rows promise.
type probe struct {
	Name, Expr string
	want       bool
}

// program is the package that asks one release.
type program struct {
	Package, Path, JWT string
	Parser, Claims     string // expression of a default parser; name of a claims struct
	HookParam          string
	Module, Call, Raw  string // of jwx: module path, "()" after an algorithm's name, the function that wraps a key
	First, Reads       bool   // of jwx: options of v1; getters that store
	Options            bool   // parsers take options
	Hook               model.Hook
	Probes             []probe
	release
}

// TestRowsTellTheTruth runs the real libraries: what a row says that a
// function does has to be what it does, at every release that tells.
func TestRowsTellTheTruth(t *testing.T) {
	var probes tally
	t.Run("releases", func(t *testing.T) {
		for _, round := range rounds() {
			t.Run(label(round), func(t *testing.T) {
				t.Parallel()
				var programs []*program
				for _, r := range round {
					programs = append(programs, programOf(r))
				}
				seen := run(t, round, programs)
				for _, p := range programs {
					probes.add(p.release, p.agree(t, seen[p.Package]))
				}
			})
		}
	})
	probes.log(t, "behaviours probed")
}

// agree compares what a release did with what its rows say, and returns how
// many answers were as they say.
func (p *program) agree(t *testing.T, seen map[string]bool) int {
	n := 0
	for _, q := range p.Probes {
		switch got, ok := seen[q.Name]; {
		case !ok:
			t.Errorf("%s@%s: no answer to %s", p.lib.Name, p.version, q.Name)
		case got != q.want:
			t.Errorf("%s@%s: %s is %v, the row says %v\n\t%s", p.lib.Name, p.version, q.Name, got, q.want, q.Expr)
		default:
			n++
		}
	}
	return n
}

// run builds and runs one program for a round, and returns its answers by
// package and probe.
func run(t *testing.T, round []release, programs []*program) map[string]map[string]bool {
	t.Helper()
	dir := newModule(t, round)
	forge, err := os.ReadFile(filepath.Join("testdata", "probe", "forge.go"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "forge", "forge.go"), string(forge))
	write(t, filepath.Join(dir, "main.go"), render(t, "main.tmpl", programs))
	for _, p := range programs {
		from := familyOf(p.lib).template()
		if familyOf(p.lib) == middlewares {
			from = lines[p.lib].shape.template
		}
		write(t, filepath.Join(dir, p.Package, "probe.go"), render(t, from, p))
	}
	cmd := exec.Command("go", "run", ".")
	cmd.Dir, cmd.Env = dir, goEnv(round)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	var seen map[string]map[string]bool
	if err := json.Unmarshal(out, &seen); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	return seen
}

func render(t *testing.T, name string, data any) string {
	t.Helper()
	tmpl, err := template.ParseFiles(filepath.Join("testdata", "probe", name))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := tmpl.Execute(&out, data); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// programOf collects the probes of one release.
func programOf(r release) *program {
	p := &program{release: r, Path: r.lib.Packages[0], Hook: r.lib.Hook, Parser: "new(jwt.Parser)"}
	p.Package = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, r.lib.Name)
	switch familyOf(r.lib) {
	case middlewares:
		p.middleware()
	case keyfuncs:
		p.keyfunc()
	case goJoses:
		p.goJose()
	case jwx, jwx4:
		p.jwx()
	case goOIDCs:
		p.goOIDC()
	case zitadels:
		p.zitadel()
	case idTokens:
		p.idToken()
	case katarases:
		p.kataras()
	case jose2gos:
		p.jose2go()
	case firebases:
		p.firebase()
	case irises:
		p.iris()
	default:
		p.library()
	}
	return p
}

// funcs returns the rows that hold for the release.
func (p *program) funcs() []*model.Func {
	var out []*model.Func
	for i := range p.lib.Funcs {
		if row := &p.lib.Funcs[i]; holds(row.Since, row.Until, p.version) {
			out = append(out, row)
		}
	}
	return out
}

// has reports whether the release has a function of that name, by the rows.
func (p *program) has(name string) bool {
	for _, row := range p.funcs() {
		if nameOf(row) == name {
			return true
		}
	}
	return false
}

func (p *program) ask(name, expr string, want bool) {
	p.Probes = append(p.Probes, probe{Name: name, Expr: expr, want: want})
}

// keyfunc asks the keyfunc libraries whether they hold a token to the
// algorithm that its key declares.
func (p *program) keyfunc() {
	p.JWT = "github.com/golang-jwt/jwt/v5"
	set := "must(keyfunc.NewDefault([]string{server.URL}))"
	switch p.lib {
	case keyfuncV1:
		p.JWT = "github.com/golang-jwt/jwt/v4"
		set = "must(keyfunc.NewJSON([]byte(forge.JWKS())))"
	case keyfuncV2:
		set = "must(keyfunc.NewJSON([]byte(forge.JWKS())))"
	}
	keyfuncs := map[string]string{
		"JWKS.Keyfunc":         set + ".Keyfunc",
		"Keyfunc.Keyfunc":      set + ".Keyfunc",
		"Keyfunc.KeyfuncCtx":   set + ".KeyfuncCtx(ctx)",
		"MultipleJWKS.Keyfunc": `must(keyfunc.GetMultiple(map[string]keyfunc.Options{server.URL + "/1": {}, server.URL + "/2": {}}, keyfunc.MultipleOptions{})).Keyfunc`,
	}
	for _, row := range p.funcs() {
		name := nameOf(row)
		switch row.Does {
		case model.SelectsKey, model.MakesKeyfunc:
			p.ask(name+" accepts the key's algorithm", "rsa("+keyfuncs[name]+`, "RS256", forge.Kid)`, true)
			p.ask(name+" accepts another algorithm", "strays("+keyfuncs[name]+")", !row.ByKey)
		case model.GivesKey:
			options := ""
			if p.lib == keyfuncV2 || strings.HasSuffix(name, "WithOptions") {
				options = ", keyfunc.GivenKeyOptions{}"
			}
			given := "accepts(keyfunc.NewGiven(map[string]keyfunc.GivenKey{forge.Kid: keyfunc." + name + "(%s" + options + ")}).Keyfunc, forge.Named(`{}`), nil)"
			p.ask(name+" gives the key", strings.Replace(given, "%s", "forge.Secret", 1), true)
			p.ask(name+" gives another key", strings.Replace(given, "%s", `[]byte("another")`, 1), false)
		}
	}
}
