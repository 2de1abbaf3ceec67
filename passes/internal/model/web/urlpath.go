package web

import (
	"go/types"
	"slices"
)

// Without a router's help, programs cut IDs out of the path of the URL by hand.

// HoldsPath reports whether a field of a named type is the whole path of a
// request's URL.
func HoldsPath(t *types.Named, field string) bool {
	// type URL struct { Path string }
	return t.Obj().Pkg() != nil && t.Obj().Pkg().Path() == "net/url" && t.Obj().Name() == "URL" && field == "Path"
}

// CutsPath reports whether a function returns parts of a text.
func CutsPath(fn *types.Func) bool {
	return fn.Pkg() != nil && slices.Contains(cutters[fn.Pkg().Path()], fn.Name())
}

var cutters = map[string][]string{
	// func TrimPrefix(s, prefix string) string
	"strings": {"TrimPrefix", "TrimSuffix", "Trim", "TrimLeft", "TrimRight", "Split", "SplitN", "SplitAfter", "Cut", "CutPrefix", "CutSuffix", "FieldsFunc"},
	// func Base(path string) string
	"path": {"Base"},
	// func Base(path string) string
	"path/filepath": {"Base"},
}
