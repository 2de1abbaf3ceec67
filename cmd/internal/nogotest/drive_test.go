package nogotest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// pkg is a package as go list describes it.
type pkg struct {
	ImportPath      string
	Dir, Export     string
	Standard        bool
	GoFiles         []string
	CompiledGoFiles []string // with what cgo generates
	CgoFiles        []string
	Imports         []string
	ImportMap       map[string]string
	Module          *struct {
		Path, Dir, GoVersion string
		Main                 bool
	}

	facts string        // the file of its facts
	done  chan struct{} // closed when it is analysed
}

// workspace is a module laid out as Bazel's actions see it: the packages of
// the module at their place, other modules in external/.
type workspace struct {
	nogo, root string
	packages   map[string]*pkg
	slots      chan struct{}

	mu     sync.Mutex
	output strings.Builder // what nogo printed
	failed []string
}

// analyse runs nogo on the packages of the module in dir that the patterns
// match, and on all that they import, and returns its findings.
func analyse(t *testing.T, nogo, dir string, patterns ...string) string {
	t.Helper()
	w := &workspace{nogo: nogo, root: t.TempDir(), packages: make(map[string]*pkg), slots: make(chan struct{}, runtime.GOMAXPROCS(0))}
	list := inDir(dir, "go", append([]string{"list", "-deps", "-export", "-compiled", "-json"}, patterns...)...)
	text, err := output(list)
	if err != nil {
		t.Fatal(err)
	}
	for dec := json.NewDecoder(strings.NewReader(text)); ; {
		p := &pkg{done: make(chan struct{})}
		if err := dec.Decode(p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		w.packages[p.ImportPath] = p
	}
	if err := w.lay(); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for _, p := range w.packages {
		wg.Go(func() { w.run(p) })
	}
	wg.Wait()
	for _, failure := range w.failed {
		t.Error(failure)
	}
	return w.output.String()
}

// lay links the modules to where Bazel would put them.
func (w *workspace) lay() error {
	if err := os.Mkdir(filepath.Join(w.root, "external"), 0o755); err != nil {
		return err
	}
	seen := make(map[string]bool)
	for _, p := range w.packages {
		if p.Standard || seen[p.Module.Dir] {
			continue
		}
		seen[p.Module.Dir] = true
		if !p.Module.Main {
			if err := os.Symlink(p.Module.Dir, filepath.Join(w.root, "external", repository(p))); err != nil {
				return err
			}
			continue
		}
		entries, err := os.ReadDir(p.Module.Dir)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if err := os.Symlink(filepath.Join(p.Module.Dir, e.Name()), filepath.Join(w.root, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// repository is the name that gazelle would give to a module.
func repository(p *pkg) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("/.-!", r) {
			return '_'
		}
		return r
	}, p.Module.Path)
}

// sources names the package's files from the root of the workspace.
func (w *workspace) sources(p *pkg) ([]string, error) {
	rel, err := filepath.Rel(p.Module.Dir, p.Dir)
	if err != nil {
		return nil, err
	}
	if !p.Module.Main {
		rel = filepath.Join("external", repository(p), rel)
	}
	files := p.GoFiles
	if len(p.CgoFiles) > 0 {
		files = p.CompiledGoFiles
	}
	var out []string
	for _, name := range files {
		if !filepath.IsAbs(name) { // Those that cgo writes are elsewhere.
			name = filepath.Join(rel, name)
		}
		out = append(out, name)
	}
	return out, nil
}

// run analyses one package after its imports.
func (w *workspace) run(p *pkg) {
	defer close(p.done)
	for _, dep := range w.imports(p) {
		<-dep.done
	}
	if p.Standard {
		return // nogo does not look at it.
	}
	w.slots <- struct{}{}
	defer func() { <-w.slots }()
	sources, err := w.sources(p)
	if err == nil && len(sources) > 0 {
		err = w.execute(p, sources)
	}
	if err != nil {
		w.mu.Lock()
		w.failed = append(w.failed, fmt.Sprintf("%s: %v", p.ImportPath, err))
		w.mu.Unlock()
	}
}

func (w *workspace) imports(p *pkg) []*pkg {
	var out []*pkg
	for _, path := range p.Imports {
		if mapped, ok := p.ImportMap[path]; ok {
			path = mapped
		}
		if dep := w.packages[path]; dep != nil {
			out = append(out, dep)
		}
	}
	return out
}

// execute runs nogo with the arguments that rules_go's builder would give it.
func (w *workspace) execute(p *pkg, sources []string) error {
	name := filepath.Join(w.root, "external", strings.ReplaceAll(p.ImportPath, "/", "+"))
	args := []string{"-p", p.ImportPath, "-importcfg", name + ".importcfg", "-x", name + ".facts", "-fix_dir", name + ".fixes"}
	if p.Module.GoVersion != "" {
		args = append(args, "-go_version", p.Module.GoVersion)
	}
	if !p.Module.Main {
		args = append(args, "-facts_only")
	}
	var cfg strings.Builder
	for from, to := range p.ImportMap {
		fmt.Fprintf(&cfg, "importmap %s=%s\n", from, to)
	}
	for _, dep := range w.imports(p) {
		if dep.Export != "" {
			fmt.Fprintf(&cfg, "packagefile %s=%s\n", dep.ImportPath, dep.Export)
		}
		if dep.facts != "" {
			args = append(args, "-fact", dep.ImportPath+"="+dep.facts)
		}
	}
	if err := os.WriteFile(name+".importcfg", []byte(cfg.String()), 0o644); err != nil {
		return err
	}
	if err := os.Mkdir(name+".fixes", 0o755); err != nil {
		return err
	}
	p.facts = name + ".facts"
	cmd := inDir(w.root, w.nogo, append(args, sources...)...)
	cmd.Env = append(os.Environ(), "GOARCH="+runtime.GOARCH)
	out, err := cmd.CombinedOutput()
	if strings.Contains(string(out), "saving suggested fixes") {
		return fmt.Errorf("the fixes are no patch:\n%s", out)
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 3 { // It found something.
		w.mu.Lock()
		defer w.mu.Unlock()
		w.output.Write(append(out, '\n'))
		return nil
	}
	if err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
}

// lines sorts the findings in an output that match.
func lines(text string, keep func(string) (string, bool)) []string {
	var out []string
	for line := range strings.Lines(text) {
		if finding, ok := keep(strings.TrimRight(line, "\n")); ok {
			out = append(out, finding)
		}
	}
	slices.Sort(out)
	return out
}
