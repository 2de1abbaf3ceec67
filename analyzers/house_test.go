package analyzers_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/jwtvet/jwtvet/"

// rooms lists the folders from the top of the house down, by the longest
// matching prefix. A package imports only what stands below it in the list.
var rooms = []string{
	"cmd/",
	"analyzers",
	"passes/jwt", // the rules, which do not import each other
	"passes/gate",
	"passes/engine",
	"passes/internal/expected",
	"passes/internal/diag",
	"passes/internal/checktest",
	"passes/internal/ignore",
	"passes/suggest",
	"passes/internal/edit",
	"passes/rule",
	"passes/internal/flow/trace",
	"passes/internal/flow/access",
	"passes/internal/flow",
	"passes/internal/model/own",
	"passes/internal/model/vuln/table",
	"passes/internal/model/jwt",
	"passes/internal/model/data",
	"passes/internal/model/std",
	"passes/internal/model/web",
	"passes/internal/model/vuln",
	"passes/internal/model",
	"passes/internal/module",
	"passes/internal/ssax",
	"passes/suggest",
}

// ground lists the packages that import nothing of ours.
var ground = []string{"passes/rule", "passes/internal/model", "passes/internal/model/data", "passes/internal/model/std", "passes/internal/module", "passes/internal/ssax", "passes/suggest"}

func room(pkg string) int {
	best := -1
	for i, prefix := range rooms {
		if strings.HasPrefix(pkg, prefix) && (best < 0 || len(prefix) > len(rooms[best])) {
			best = i
		}
	}
	return best
}

// TestImportsRunDownwards asks the go command for the imports of each package.
func TestImportsRunDownwards(t *testing.T) {
	cmd := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		from := strings.TrimPrefix(fields[0], module)
		if room(from) < 0 {
			t.Errorf("%s stands in no room of the house", from)
		}
		for _, imp := range fields[1:] {
			to, ours := strings.CutPrefix(imp, module)
			if ours && slices.Contains(ground, from) {
				t.Errorf("%s imports %s; it stands on the ground", from, to)
			}
			if !ours || strings.HasPrefix(from, "cmd/") && strings.HasPrefix(to, "cmd/internal/") {
				continue
			}
			if room(to) <= room(from) {
				t.Errorf("%s imports %s, which does not stand below it", from, to)
			}
		}
	}
}

// libraryName matches import paths of JWT libraries and web frameworks.
var libraryName = regexp.MustCompile(`github\.com/(golang-jwt|dgrijalva|form3tech-oss|MicahParks|lestrrat-go|go-jose|gin-gonic|labstack|gofiber|go-chi|gorilla|julienschmidt|kataras|cloudwego|zeromicro|emicklei|danielgtaylor|fasthttp|appleboy|auth0)\b|gopkg\.in/(square/)?go-jose`)

// Hard limits; the admired code has files of 80 to 200 lines and functions of 10 to 25.
const (
	maxFileLines = 400
	maxFuncLines = 60
)

// TestHouseRules reads our own sources.
func TestHouseRules(t *testing.T) {
	fset := token.NewFileSet()
	for _, root := range []string{"cmd", "analyzers", "passes"} {
		err := filepath.WalkDir(filepath.Join("..", root), func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.Contains(path, "testdata") {
				return err
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			file, err := parser.ParseFile(fset, path, data, parser.ParseComments)
			if err != nil {
				return err
			}
			checkFile(t, fset, path, string(data), file)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func checkFile(t *testing.T, fset *token.FileSet, path, text string, file *ast.File) {
	lines := strings.Count(text, "\n")
	if lines > maxFileLines {
		t.Errorf("%s has %d lines, more than %d", path, lines, maxFileLines)
	}
	if name := file.Name.Name; name == "util" || name == "utils" {
		t.Errorf("%s: a package named %s", path, name)
	}
	inModels := strings.Contains(path, filepath.FromSlash("internal/model/"))
	if !strings.HasSuffix(path, "_test.go") && !inModels {
		checkNames(t, fset, file)
	}
	plugin := filepath.Join("..", "cmd", "gclplugin") + string(filepath.Separator)
	for _, decl := range file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		n := span(fset, fn) - tableLines(fset, fn.Body)
		if n > maxFuncLines {
			t.Errorf("%s: %s has %d lines beside its tables, more than %d", path, fn.Name.Name, n, maxFuncLines)
		}
		// golangci-lint registers plug-ins by init.
		if fn.Name.Name == "init" && fn.Recv == nil && !strings.HasPrefix(path, plugin) {
			t.Errorf("%s: an init function", path)
		}
	}
}

// checkNames: only the models know what libraries are called.
func checkNames(t *testing.T, fset *token.FileSet, file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && libraryName.MatchString(lit.Value) {
			t.Errorf("%s names a library; that is the models' affair", fset.Position(lit.Pos()))
		}
		return true
	})
}

func span(fset *token.FileSet, n ast.Node) int {
	return fset.Position(n.End()).Line - fset.Position(n.Pos()).Line + 1
}

// tableLines counts the lines within the composite literals of a function that
// are data, that is without function literals.
func tableLines(fset *token.FileSet, body ast.Node) (lines int) {
	ast.Inspect(body, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || holdsCode(lit) {
			return true
		}
		lines += span(fset, lit) - 1
		return false
	})
	return lines
}

func holdsCode(lit *ast.CompositeLit) (code bool) {
	ast.Inspect(lit, func(n ast.Node) bool {
		_, isFunc := n.(*ast.FuncLit)
		code = code || isFunc
		return !code
	})
	return code
}

// TestOneTestCommand: the README and CI run the same thing.
func TestOneTestCommand(t *testing.T) {
	tests := block(t, read(t, "README.md"), "All tests:", "sh")
	ci := strings.Split(strings.TrimSpace(read(t, ".ci", "run")), "\n")
	if last := ci[len(ci)-1]; last != strings.TrimSpace(tests) {
		t.Errorf(".ci/run runs %q, the README %q", last, strings.TrimSpace(tests))
	}
	if !slices.Contains(ci, "set -euo pipefail") {
		t.Error(".ci/run goes on after an error")
	}
}
