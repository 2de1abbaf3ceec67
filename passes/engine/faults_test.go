package engine_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/passes/engine"
)

// TestWords: what is wrong with the words of a model is found without any package.
func TestWords(t *testing.T) {
	for _, test := range []struct{ yaml, want string }{
		{`- funcs: []`, `models[0]: the model names no package; give its import path`},
		{`- package: example.com/a/...`, `models[0].package: "example.com/a/..." is no import path: a model is about one package`},
		{`- {package: a, funcs: [{does: verifies}]}`, `models[0].funcs[0]: the function has no name`},
		{`- {package: a, funcs: [{name: V}]}`, `models[0].funcs[0].does: V: what it does is not said`},
		{`- {package: a, funcs: [{recv: T, name: V, does: verfies}]}`, `models[0].funcs[0].does: T.V: nothing does "verfies", did you mean verifies?`},
		{`- {package: a, funcs: [{name: V, does: identity}]}`, `models[0].funcs[0].does: V: nothing does "identity", did you mean gets-identity?`},
		{`- {package: a, funcs: [{name: V, does: xyzzy}]}`, `models[0].funcs[0].does: V: nothing does "xyzzy"`},
		{`- {package: a, funcs: [{name: V, does: verifies, token: first}]}`, `models[0].funcs[0].token: V: "first" is no position: an index, receiver, or result and an index`},
		{`- {package: a, funcs: [{name: V, does: verifies, token: -1}]}`, `models[0].funcs[0].token: V: "-1" is no position: an index, receiver, or result and an index`},
		{`- {package: a, funcs: [{name: V, does: verifies, token: result 0}]}`, `models[0].funcs[0].token: V: the token of verifies is a parameter or the receiver, no result`},
		{`- {package: a, funcs: [{name: V, does: returns-key, key: 0}]}`, `models[0].funcs[0].key: V: the key of returns-key is a result: result 0`},
		{`- {package: a, funcs: [{name: V, does: verifies, path: 0}]}`, `models[0].funcs[0].path: V: verifies takes no path, only token, key, claims, options, checks`},
		{`- {package: a, funcs: [{name: V, does: passes, panics: true}]}`, `models[0].funcs[0].panics: V: passes takes no panics, only a name`},
		{`- {package: a, funcs: [{name: V, does: signs}]}`, `models[0].funcs[0]: V: signs needs key`},
		{`- {package: a, funcs: [{name: V, does: verifies, checks: [alg, audience]}]}`, `models[0].funcs[0].checks[1]: V: no claim is called audience; the words are alg, all, aud, exp, iss, sub`},
		{`- {package: a, funcs: [{name: V, does: disables, claim: als}]}`, `models[0].funcs[0].claim: V: no claim is called als, did you mean alg?; the words are alg, all, aud, exp, iss, sub`},
		{`- {package: a, funcs: [{name: V, does: attaches, middleware: 0, scope: all}]}`, `models[0].funcs[0].scope: V: no scope is called all; the words are later, matching, prefix, whole`},
		{`- {package: a, types: [{name: T, is: contxt}]}`, `models[0].types[0].is: T: a type is no "contxt", did you mean context?; the words are context, request, response, router, parameters, handler, claims`},
		{`- {package: a, funcs: [{name: V, does: passes}, {name: V, does: aborts}]}`, `models[0].funcs[1]: V has a row about requests already, models[0].funcs[0]`},
		{`- {package: a, funcs: [{name: V, does: verfies}, {name: W, does: signs}]}`, `models[0].funcs[0].does: V: nothing does "verfies", did you mean verifies? (and 1 more)`},
	} {
		_, err := engine.Compile(models(t, "models:\n"+test.yaml), nil)
		var faults engine.Faults
		if !errors.As(err, &faults) || err.Error() != test.want {
			t.Errorf("%s:\n got %v\nwant %s", test.yaml, err, test.want)
		}
	}
}

const door = `package door

type Verifier interface { Verify(token string) error }
type base struct{}
func (*base) Close() {}
type Desk struct{ base }
func (d *Desk) Read(token string, into any) (int, error) { return 0, nil }
func Verify(token string, keys ...string) bool { return false }
type Other = base
`

// TestNames: names that resolve to nothing are found in the package that lacks
// them, and told by the place of the row.
func TestNames(t *testing.T) {
	pkg := check(t, "example.com/door", door)
	for _, test := range []struct{ row, want string }{
		{`{name: Verify, does: verifies, token: 0, options: 1, checks: [alg]}`, ""},
		{`{recv: Verifier, name: Verify, does: verifies, token: 0}`, ""},
		{`{recv: Desk, name: Read, does: verifies, token: 0, claims: 1}`, ""},
		{`{name: Verfy, does: verifies}`, `9: package example.com/door has no function Verfy, did you mean Verify?`},
		{`{name: Read, does: verifies}`, `9: package example.com/door has no function Read; for the method of Desk, add recv: Desk`},
		{`{recv: Dsk, name: Read, does: verifies}`, `9: package example.com/door has no type Dsk, did you mean Desk?`},
		{`{recv: Desk, name: Reed, does: verifies}`, `9: type Desk of package example.com/door has no method Reed, did you mean Read?`},
		{`{recv: Desk, name: Close, does: passes}`, `9: Desk.Close is declared by example.com/door.base: describe it there`},
		{`{recv: Other, name: Close, does: passes}`, `9: Other is another name of example.com/door.base: describe that`},
		{`{name: Verify, does: verifies, token: 2}`, `9: token: there is no parameter 2 in Verify(token string, keys ...string) bool`},
		{`{recv: Desk, name: Read, does: verifies, claims: result 2}`, `9: claims: there is no result 2 in Desk.Read(token string, into any) (int, error)`},
		{`{name: Verify, does: verifies, token: receiver}`, `9: token: there is no receiver in Verify(token string, keys ...string) bool`},
		{`{name: Verify, does: checks-claim, claim: aud}`, `9: Verify: checks-claim needs claims where there is no receiver`},
	} {
		rows := models(t, "models: [{package: example.com/other, funcs: [{name: Gone, does: passes}]}, {package: example.com/door, funcs: ["+test.row+"]}]")
		own, err := engine.Compile(rows, func(string) string { return "9" })
		if err != nil {
			t.Fatal(err)
		}
		faults := own.Check(pkg)
		if test.want == "" && len(faults) == 0 {
			continue
		}
		if len(faults) != 1 || faults[0].Error() != test.want {
			t.Errorf("%s:\n got %v\nwant %s", test.row, faults, test.want)
		}
	}
}

// TestNamesOfTypes does the same for types, with the index path for the place.
func TestNamesOfTypes(t *testing.T) {
	own, err := engine.Compile(models(t, "models: [{package: example.com/door, types: [{name: Desks, is: context}], public: [Desk, Notice]}]"), nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range own.Check(check(t, "example.com/door", door)) {
		got = append(got, f.Error())
	}
	want := []string{
		"models[0].types[0]: package example.com/door has no type Desks, did you mean Desk?",
		"models[0].public[1]: package example.com/door has no type Notice",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestMisspelt: a package that nearly is there.
func TestMisspelt(t *testing.T) {
	own, err := engine.Compile(models(t, "models: [{package: example.com/dor}, {package: example.com/far/away}, {package: example.com/door}]"), nil)
	if err != nil {
		t.Fatal(err)
	}
	got := own.Misspelt([]string{"example.com/door", "fmt"})
	if len(got) != 1 || got["example.com/dor"].Error() != "models[0].package: there is no package example.com/dor, did you mean example.com/door?" {
		t.Errorf("got %v", got)
	}
}

func check(t *testing.T, path, source string) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "door.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := new(types.Config).Check(path, fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

// TestReadme: the README's models say nothing that cannot be.
func TestReadme(t *testing.T) {
	_, section, _ := strings.Cut(read(t, "../../README.md"), "\n## Own models\n")
	_, block, _ := strings.Cut(section, "```yaml\n")
	block, _, _ = strings.Cut(block, "```")
	rows := models(t, block)
	if len(rows) == 0 {
		t.Fatal("the README shows no models")
	}
	if _, err := engine.Compile(rows, nil); err != nil {
		t.Error(err)
	}
}

// TestJSON: models read the same from JSON, where an index is a number.
func TestJSON(t *testing.T) {
	want := fixtureModels(t)
	data, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	data = regexp.MustCompile(`"([0-9]+)"`).ReplaceAll(data, []byte("$1"))
	var got []engine.Model
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
