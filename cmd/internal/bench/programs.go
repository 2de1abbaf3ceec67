package bench

import (
	"context"
	"debug/buildinfo"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

const modulePath = "github.com/jwtvet/jwtvet"

// program is an executable that commands need.
type program struct {
	name   string
	source string // package or file of this repository that it is built from
	search bool   // or else, it may be on the PATH
	always bool   // needed whatever is measured
}

// programs lists them all. Each can be given by the flag of its name.
var programs = []program{
	{name: "go", search: true, always: true},
	{name: "gosec", search: true},
	{name: "staticcheck", search: true},
	{name: "golangci-lint"}, // The one on the PATH hardly has the plug-in.
	{name: "jwtvet", source: "./cmd/jwtvet"},
	{name: "empty", source: "cmd/internal/bench/empty.go"},
	{name: "bench", source: "cmd/internal/bench/main.go", always: true},
}

// otherwise tells what is taken if no flag names a file.
func (p program) otherwise() string {
	switch {
	case p.source != "":
		return ", instead of building it"
	case p.search:
		return ", instead of the one on the PATH"
	}
	return " that has our plug-in, to measure that too"
}

// gather finds or builds the programs that the faces need, and notes their versions.
func (b *bench) gather(ctx context.Context, faces []face, r *Report) error {
	b.paths = make(map[string]string)
	for _, p := range programs {
		if !p.always && !slices.ContainsFunc(faces, func(f face) bool { return f.program == p.name }) {
			continue
		}
		file, err := b.find(ctx, p)
		if err != nil {
			return err
		}
		if file == "" {
			continue
		}
		if b.paths[p.name] = file; p.always && p.source != "" {
			continue // This very program.
		}
		version, err := versionOf(ctx, b.dir, p.name, file)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		r.Programs = append(r.Programs, Program{p.name, version})
	}
	return nil
}

// find returns the file of a program, "" if it is not at hand.
func (b *bench) find(ctx context.Context, p program) (string, error) {
	given := b.programs[p.name]
	switch {
	case given == none:
		return "", nil
	case given != "":
		return filepath.Abs(given)
	case p.source != "":
		return b.build(ctx, p)
	case p.search:
		file, err := exec.LookPath(p.name)
		if errors.Is(err, exec.ErrNotFound) {
			fmt.Fprintf(b.log, "bench: %s is not installed and left out; -%s names its file\n", p.name, p.name)
			return "", nil
		}
		return file, err
	}
	return "", nil
}

func (b *bench) build(ctx context.Context, p program) (string, error) {
	root, err := repository(ctx)
	if err != nil {
		return "", err
	}
	file := filepath.Join(b.temp, p.name)
	if runtime.GOOS == "windows" {
		file += ".exe"
	}
	if _, err := output(ctx, root, "go", "build", "-buildvcs=auto", "-o", file, p.source); err != nil {
		return "", fmt.Errorf("cannot build %s: %w", p.source, err)
	}
	return file, nil
}

// repository returns the folder that our own sources are in.
func repository(ctx context.Context) (string, error) {
	root, err := output(ctx, "", "go", "list", "-m", "-f", "{{.Dir}}", modulePath)
	if err != nil {
		return "", errors.New("run it in the repository of jwtvet, and name the module to measure on by -C")
	}
	return strings.TrimSpace(root), nil
}

// versionOf is what the file itself tells, for every program alike; only the go
// command has to be asked, because which one runs depends on the tree.
func versionOf(ctx context.Context, dir, name, file string) (string, error) {
	if name == "go" {
		out, err := output(ctx, dir, file, "version")
		return strings.TrimPrefix(strings.TrimSpace(out), "go version "), err
	}
	info, err := buildinfo.ReadFile(file)
	if err != nil {
		return "", err
	}
	if name == "empty" {
		for _, dep := range info.Deps {
			if dep.Path == "golang.org/x/tools" {
				return fmt.Sprintf("unitchecker of %s %s, %s", dep.Path, dep.Version, info.GoVersion), nil
			}
		}
	}
	return fmt.Sprintf("%s %s, %s", info.Main.Path, info.Main.Version, info.GoVersion), nil
}
