package jwtsub_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/jwtsub"
)

const (
	withoutLibrary = "module example.com/plain\n\ngo 1.26.0\n"
	withLibrary    = withoutLibrary + "\nrequire github.com/golang-jwt/jwt/v5 v5.3.1\n"
)

// plain has its callers from elsewhere, and a handler that forgets whose note it is.
const plain = `package plain

import "net/http"

type note struct{ ID, OwnerID, Text string }

type server struct {
	notes map[string]*note
}

func (s *server) user(r *http.Request) string {
	name, _ := r.Context().Value("user").(string)
	return name
}

func (s *server) show(w http.ResponseWriter, r *http.Request) {
	if n := s.notes[r.PathValue("id")]; n != nil && n.OwnerID == s.user(r) {
		w.Write([]byte(n.Text))
		return
	}
	http.NotFound(w, r)
}

func (s *server) remove(w http.ResponseWriter, r *http.Request) {
	if s.user(r) == "" {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	delete(s.notes, r.PathValue("id"))
}

// Handler has both.
func Handler() http.Handler {
	s := new(server)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /notes/{id}", s.show)
	mux.HandleFunc("DELETE /notes/{id}", s.remove)
	return mux
}
`

// TestWithoutLibrary: a program without a JWT library is none of our business,
// whatever its handlers do. The same program is, once its module requires one.
func TestWithoutLibrary(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "plain.go"), plain)
	write(t, filepath.Join(dir, "go.mod"), withoutLibrary)
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: dir}, ".")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatal(err)
	}
	if n := diagnostics(t, pkgs); n != 0 {
		t.Errorf("%d findings in a module without a JWT library", n)
	}
	write(t, filepath.Join(dir, "go.mod"), withLibrary)
	if n := diagnostics(t, pkgs); n != 1 {
		t.Errorf("%d findings in a module with a JWT library, not one", n)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func diagnostics(t *testing.T, pkgs []*packages.Package) (n int) {
	t.Helper()
	graph, err := checker.Analyze([]*analysis.Analyzer{jwtsub.New(engine.NewAccess(nil)).Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, root := range graph.Roots {
		if root.Err != nil {
			t.Error(root.Err)
		}
		n += len(root.Diagnostics)
	}
	return n
}
