package nogotest

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/internal/realtool"
)

// nogo names the analyzer behind the message, the command the level before it.
var (
	inNogo    = regexp.MustCompile(`^(\S+\.go:\d+:\d+): (.* \([a-z]+/[a-z-]+\)) \(jwt[a-z]+\)$`)
	inCommand = regexp.MustCompile(`^(\S+\.go:\d+:\d+): (?:note|warning|error): (.* \([a-z]+/[a-z-]+\))$`)
)

// findings reads an output.
func findings(text string, line *regexp.Regexp) []string {
	return lines(text, func(s string) (string, bool) {
		m := line.FindStringSubmatch(s)
		if m == nil {
			return "", false
		}
		return m[1] + " " + m[2], true
	})
}

// byItself runs the command in the fixtures module.
func byItself(t *testing.T, args ...string) []string {
	t.Helper()
	cmd := inDir(filepath.Join(realtool.Root(t), "testdata"), command(t), args...)
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 3 {
		return findings(string(out), inCommand)
	}
	t.Fatalf("%v: %v\n%s", args, err, out)
	return nil
}

// TestSameFindings: nogo prints what the command prints in all fixtures, where
// wrappers, keys and handlers stand in other packages than what is wrong with
// them. Like the command it says nothing below a warning, but of rules that are
// named though they are off by default.
func TestSameFindings(t *testing.T) {
	all := append(byItself(t, "./..."), byItself(t, append(namesOff("-"), "./...")...)...)
	want := slices.DeleteFunc(slices.Clone(all), func(f string) bool { return knowsOthers(f) || knowsVersions(f) })
	got := findings(analyse(t, nogo(t, "{}"), filepath.Join(realtool.Root(t), "testdata"), "./..."), inNogo)
	compare(t, slices.DeleteFunc(slices.Clone(got), func(f string) bool { return elsewhere(f, all) }), want)
	for _, r := range analyzers.All() {
		if !slices.ContainsFunc(got, func(f string) bool { return strings.Contains(f, "("+r.Name+"/") }) {
			t.Errorf("%s found nothing", r.Name)
		}
	}
}

// namesOff lists the rules that are off by default, each with something in front.
func namesOff(before string) []string {
	var out []string
	for _, r := range analyzers.All() {
		if !r.Default {
			out = append(out, before+r.Name)
		}
	}
	return out
}

// off tells the findings of those rules.
func off(f string) bool {
	return slices.ContainsFunc(namesOff("("), func(name string) bool { return strings.Contains(f, name+"/") })
}

// knowsOthers tells the findings about comments that take knowing the other
// rules: whether there is one of that name, and whether it found anything.
func knowsOthers(f string) bool {
	return strings.Contains(f, "(jwtignore/unused)") || strings.Contains(f, " unknown rule ") || strings.Contains(f, " unknown category ")
}

// knowsVersions tells the findings about the version of a module: Bazel's
// actions do not learn any, and take it for the newest.
func knowsVersions(f string) bool {
	return strings.Contains(f, "(jwtdep/vulnerable)") || strings.Contains(f, "(this release ")
}

// elsewhere tells the findings in whose place all has one about the version,
// which says more.
func elsewhere(f string, all []string) bool {
	place, _, _ := strings.Cut(f, " ")
	return slices.ContainsFunc(all, func(other string) bool {
		return knowsVersions(other) && strings.HasPrefix(other, place+" ")
	})
}

// TestFlags: analyzer_flags in nogo.json are the flags of the command, without
// the rule's name in front.
func TestFlags(t *testing.T) {
	config := make(map[string]any)
	for _, r := range analyzers.All() {
		flags := map[string]string{"strict": "true"}
		if r.Name == "jwtsub" {
			flags = map[string]string{"level": "note", "from": "path,query,body"}
		}
		config[r.Name] = map[string]any{"analyzer_flags": flags}
	}
	text, err := json.Marshal(config)
	if err != nil {
		t.Fatal(err)
	}
	// The command reports in the named packages alone, nogo in all of the module.
	patterns := []string{"./strict/...", "./options/from", "./jwtsub/weak/...", "./keyring"}
	want := slices.DeleteFunc(byItself(t, append([]string{"-strict", "-jwtsub.from=path,query,body"}, patterns...)...), knowsOthers)
	got := findings(analyse(t, nogo(t, string(text)), filepath.Join(realtool.Root(t), "testdata"), patterns...), inNogo)
	compare(t, slices.DeleteFunc(got, off), want)
	for _, category := range []string{"(jwtalg/unseen)", "(jwtsub/unchecked-read)", "(jwtsub/weak-evidence)"} {
		if !slices.ContainsFunc(want, func(f string) bool { return strings.Contains(f, category) }) {
			t.Errorf("no finding shows that the flags matter: %s", category)
		}
	}
}

// TestNolint: a key of another package is found where it signs, and nogo's own
// comment silences one line of two.
func TestNolint(t *testing.T) {
	testdata := filepath.Join(realtool.Root(t), "testdata")
	sums, err := os.ReadFile(filepath.Join(testdata, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":         "module example.com/shop\n\ngo 1.26.0\n\nrequire github.com/golang-jwt/jwt/v5 v5.3.1\n",
		"go.sum":         string(sums),
		"secret/key.go":  "package secret\n\nfunc Key() []byte { return []byte(\"in-the-source\") }\n",
		"issue/issue.go": issuer,
	} {
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	got := findings(analyse(t, nogo(t, "{}"), dir, "./..."), inNogo)
	if len(got) != 1 || !strings.HasPrefix(got[0], "issue/issue.go:11:") || !strings.HasSuffix(got[0], "(jwtkey/hardcoded)") {
		t.Errorf("got %q", got)
	}
}

const issuer = `package issue

import (
	"github.com/golang-jwt/jwt/v5"

	"example.com/shop/secret"
)

func Issue() (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.Claims(nil))
	return token.SignedString(secret.Key())
}

func Again() (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.Claims(nil))
	return token.SignedString(secret.Key()) //nolint:jwtkey
}
`

func compare(t *testing.T, got, want []string) {
	t.Helper()
	for _, f := range want {
		if !slices.Contains(got, f) {
			t.Errorf("not in nogo: %s", f)
		}
	}
	for _, f := range got {
		if !slices.Contains(want, f) {
			t.Errorf("only in nogo: %s", f)
		}
	}
}
