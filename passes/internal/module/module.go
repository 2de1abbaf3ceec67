// Package module tells which module the package under analysis belongs to.
package module

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Of returns the module of the package under analysis, or nil for the standard
// library and for what only a dependency can be.
//
// All drivers that know modules tell it, but Bazel's nogo does not: it never
// looks at the standard library, and the names of the files, which only Bazel
// gives relative to the root of the workspace, tell the rest.
func Of(pass *analysis.Pass) *analysis.Module {
	if pass.Module != nil {
		return pass.Module
	}
	for _, file := range pass.Files {
		if dir, ok := inWorkspace(pass.Fset.Position(file.FileStart).Filename); ok {
			return &analysis.Module{Path: prefix(strings.TrimSuffix(pass.Pkg.Path(), "_test"), dir)}
		}
	}
	return nil
}

// Main reports whether the package under analysis belongs to a module that is
// being worked on, rather than to the standard library or a dependency.
func Main(pass *analysis.Pass) bool {
	m := Of(pass)
	return m != nil && m.Path != "" && m.Path != "std" && m.Version == ""
}

// Standard reports whether an import path is of the standard library: those have
// no dot in their first element, and are not of the module under analysis,
// which may be called by a plain word.
func Standard(pass *analysis.Pass, path string) bool {
	if m := Of(pass); m != nil {
		if rest, ours := strings.CutPrefix(path, m.Path); ours && (rest == "" || rest[0] == '/') {
			return false
		}
	}
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

// Known reports whether the driver knows modules, so that there is a go.mod to
// be read: Bazel's actions see only the files that they declare.
func Known(pass *analysis.Pass) bool { return pass.Module != nil }

// inWorkspace returns the folder of a file of the main repository, relative to
// its root; ok is false for files of other repositories and for copies of
// them. Generated files stand in a tree of their own, below bazel-out/<configuration>/bin.
func inWorkspace(name string) (dir string, ok bool) {
	if !filepath.IsLocal(name) { // "../repository/...", or a full path.
		return "", false
	}
	parts := strings.Split(filepath.ToSlash(name), "/")
	if len(parts) > 3 && parts[0] == "bazel-out" {
		parts = parts[3:]
	}
	folders := parts[:len(parts)-1]
	if slices.Contains(folders, "vendor") || slices.Contains(folders, "third_party") || slices.Index(folders, "external") == 0 {
		return "", false
	}
	return path.Join(folders...), true
}

// prefix returns what an import path has before the folder that it names:
// the path of the module, if its packages are called after their folders. A
// host alone, such as github.com, is nobody's module.
func prefix(importPath, dir string) string {
	path := strings.Split(importPath, "/")
	folders := strings.Split(dir, "/")
	least := 1
	if strings.Contains(path[0], ".") {
		least = 2
	}
	for len(path) > least && len(folders) > 0 && path[len(path)-1] == folders[len(folders)-1] {
		path, folders = path[:len(path)-1], folders[:len(folders)-1]
	}
	return strings.Join(path, "/")
}
