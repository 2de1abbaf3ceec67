package targets

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
)

// moduleOf returns the folder of the nearest go.mod at dir or above, or "".
func moduleOf(dir string) string {
	if file := upwards(dir, "go.mod"); file != "" {
		return filepath.Dir(file)
	}
	return ""
}

// upwards returns the nearest file of a name in dir or above it, or "".
func upwards(dir, name string) string {
	for {
		path := filepath.Join(dir, name)
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// modulesBelow lists the folders at dir and below that have a go.mod, and the
// folders that cannot be read. What the go command leaves out of ./... is left
// out here, and so is what npm installs, which may hold modules of others.
func modulesBelow(dir string) (modules []string, problems map[string]error) {
	problems = make(map[string]error)
	walk := func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			problems[path] = cause(err)
			return nil
		case d.IsDir() && path != dir && (hiddenName(d.Name()) || d.Name() == "node_modules"):
			return fs.SkipDir
		case !d.IsDir() && d.Name() == "go.mod":
			modules = append(modules, filepath.Dir(path))
		}
		return nil
	}
	if err := filepath.WalkDir(dir, walk); err != nil {
		problems[dir] = cause(err)
	}
	return modules, problems
}

// cause is an error without the path, which is told beside it.
func cause(err error) error {
	if path := (*fs.PathError)(nil); errors.As(err, &path) {
		return path.Err
	}
	return err
}

// hiddenName reports whether the go command leaves folders of a name out of
// patterns with three dots.
func hiddenName(name string) bool {
	return name == "testdata" || name == "vendor" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")
}

// workspace is a go.work file.
type workspace struct {
	file    string
	modules []string // folders; nil if the file cannot be read, which the go command will say
}

// uses reports whether a module is in the workspace.
func (w *workspace) uses(module string) bool {
	return w.modules == nil || slices.Contains(w.modules, module)
}

// workspaceOf returns the workspace that the go command works in at dir, or
// nil: the nearest go.work, unless the environment says otherwise.
func (p *planner) workspaceOf(dir string) (*workspace, error) {
	file := os.Getenv("GOWORK")
	if file == "" {
		if file = upwards(dir, "go.work"); file == "" {
			return nil, nil
		}
		set, err := p.setting()
		if err != nil {
			return nil, err
		}
		file = cmp.Or(set, file)
	}
	if file == "off" {
		return nil, nil
	}
	if p.works[file] == nil {
		p.works[file] = readWorkspace(file)
	}
	return p.works[file], nil
}

// setting is what somebody has set GOWORK to with go env -w, or "". The go
// command tells it apart from the file it finds only by the outcome.
func (p *planner) setting() (string, error) {
	if p.gowork == nil {
		cmd := exec.Command("go", "env", "GOWORK")
		cmd.Dir = p.base
		out, err := cmd.Output()
		if err != nil {
			return "", fmt.Errorf("go env GOWORK: %w", err)
		}
		set := strings.TrimSpace(string(out))
		if set == upwards(p.base, "go.work") {
			set = ""
		}
		p.gowork = &set
	}
	return *p.gowork, nil
}

func readWorkspace(file string) *workspace {
	w := &workspace{file: file}
	data, err := os.ReadFile(file)
	if err != nil {
		return w
	}
	parsed, err := modfile.ParseWork(file, data, nil)
	if err != nil {
		return w
	}
	w.modules = []string{}
	for _, use := range parsed.Use {
		dir := filepath.FromSlash(use.Path)
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(filepath.Dir(file), dir)
		}
		w.modules = append(w.modules, filepath.Clean(dir))
	}
	return w
}
