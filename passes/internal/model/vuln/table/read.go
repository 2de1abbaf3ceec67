package table

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/semver"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/jwt"
)

// report is an entry of the database, as far as it is needed.
type report struct {
	ID        string     `json:"id"`
	Aliases   []string   `json:"aliases"`
	Withdrawn string     `json:"withdrawn"`
	Affected  []affected `json:"affected"`
}

type affected struct {
	Package struct {
		Name string `json:"name"`
	} `json:"package"`
	Ranges []struct {
		Type   string  `json:"type"`
		Events []event `json:"events"`
	} `json:"ranges"`
	Specific struct {
		Imports []imported `json:"imports"`
		// Ranges in which the versions are not those of Go modules: the others
		// say nothing then.
		CustomRanges []json.RawMessage `json:"custom_ranges"`
	} `json:"ecosystem_specific"`
}

type imported struct {
	Path string `json:"path"`
}

type event struct {
	Introduced string `json:"introduced"`
	Fixed      string `json:"fixed"`
}

// entry is what the table keeps about one module; affected are lines of Go.
type entry struct {
	id, module        string
	aliases, packages []string
	affected          []string
}

// readFolder returns the entries about JWT libraries in a folder, by module and
// ID, and how many entries there are in all.
func readFolder(dir string) (entries []entry, read int, err error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, 0, err
	}
	for _, name := range names {
		r, err := readReport(name)
		if err != nil {
			return nil, 0, err
		}
		read++
		for _, a := range r.Affected {
			e, err := keep(r, a)
			if err != nil {
				return nil, 0, fmt.Errorf("%s: %w", name, err)
			}
			if e != nil {
				entries = append(entries, *e)
			}
		}
	}
	if len(entries) == 0 {
		return nil, 0, fmt.Errorf("%s: none of %d entries is about a JWT library", dir, read)
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Or(cmp.Compare(a.module, b.module), cmp.Compare(a.id, b.id)) })
	return entries, read, nil
}

func readReport(name string) (*report, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	r := new(report)
	if err := json.Unmarshal(data, r); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if r.ID == "" {
		return nil, fmt.Errorf("%s: no id, so no entry of the database", name)
	}
	return r, nil
}

// keep returns what an entry says about one of its modules, nil if that is no
// JWT library or the fault has nothing to do with tokens.
func keep(r *report, a affected) (*entry, error) {
	lib := libraryOf(a.Package.Name)
	if lib == nil || r.Withdrawn != "" || len(a.Specific.CustomRanges) > 0 {
		return nil, nil
	}
	e := &entry{id: r.ID, module: a.Package.Name, aliases: slices.Clone(r.Aliases)}
	for _, imp := range a.Specific.Imports {
		e.packages = append(e.packages, importable(imp.Path))
	}
	slices.Sort(e.packages)
	e.packages = slices.Compact(e.packages)
	ours := func(imp imported) bool { return slices.Contains(lib.Packages, imp.Path) }
	if lib.Framework && !slices.ContainsFunc(a.Specific.Imports, ours) {
		return nil, nil
	}
	for _, r := range a.Ranges {
		lines, err := ranges(r.Type, r.Events)
		if err != nil {
			return nil, err
		}
		e.affected = append(e.affected, lines...)
	}
	return e, nil
}

func libraryOf(module string) *model.Library {
	for _, lib := range jwt.Known() {
		if slices.Contains(lib.Modules, module) {
			return lib
		}
	}
	return nil
}

// importable returns the package through which others reach the one given,
// which they cannot import if it lies below a folder "internal".
func importable(path string) string {
	if head, _, ok := strings.Cut(path, "/internal/"); ok {
		return head
	}
	return strings.TrimSuffix(path, "/internal")
}

// ranges turns events, which come in order, into ranges as Go code.
func ranges(kind string, events []event) ([]string, error) {
	if kind != "SEMVER" {
		return nil, fmt.Errorf("a range of type %q; only SEMVER is understood", kind)
	}
	var out []string
	open, from := false, ""
	for _, ev := range events {
		switch {
		case ev.Introduced != "" && !open:
			open, from = true, version(ev.Introduced)
		case ev.Fixed != "" && open:
			out = append(out, line(from, version(ev.Fixed)))
			open = false
		default:
			return nil, fmt.Errorf("events out of order: %+v", events)
		}
	}
	if open {
		out = append(out, line(from, ""))
	}
	for _, ev := range events {
		for _, v := range []string{ev.Introduced, ev.Fixed} {
			if v != "" && v != "0" && !semver.IsValid("v"+v) {
				return nil, fmt.Errorf("%q is no version", v)
			}
		}
	}
	return out, nil
}

// version writes a version as go.mod does; "" for the one before all others.
func version(v string) string {
	if v == "0" {
		return ""
	}
	return "v" + v
}

func line(from, before string) string {
	switch {
	case from == "" && before == "":
		return "{},"
	case from == "":
		return fmt.Sprintf("{Before: %q},", before)
	case before == "":
		return fmt.Sprintf("{From: %q},", from)
	}
	return fmt.Sprintf("{From: %q, Before: %q},", from, before)
}
