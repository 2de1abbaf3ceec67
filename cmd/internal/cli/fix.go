package cli

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/jwtvet/jwtvet/cmd/internal/driver"
	"github.com/jwtvet/jwtvet/cmd/internal/finding"
	"github.com/jwtvet/jwtvet/cmd/internal/fix"
)

// repair applies the first fix of each finding, or shows what that would
// change. It is done, with the exit status, unless there was nothing to fix.
// Where it has changed files, the packages are analysed once more: what is
// printed is what is left.
func (s *settings) repair(findings []finding.Finding, patterns []string, base string, stdout, stderr io.Writer) (status int, done bool) {
	var fixes []finding.Fix
	for _, f := range findings {
		if len(f.Fixes) > 0 {
			fixes = append(fixes, f.Fixes[0])
		}
	}
	plan, err := fix.Merge(fixes)
	if err != nil {
		return fail(stderr, err), true
	}
	s.tellLeft(plan, stderr)
	if s.diff {
		return s.show(plan, len(findings)-len(fixes), base, stdout, stderr), true
	}
	if len(plan.Changes) == 0 {
		return ExitClean, false
	}
	for _, c := range plan.Changes {
		if err := c.Write(); err != nil {
			return fail(stderr, err), true
		}
	}
	s.fix = false
	return s.packages(patterns, stdout, stderr), true
}

// tellLeft says in one line that some fixes have to wait.
func (s *settings) tellLeft(plan *fix.Plan, stderr io.Writer) {
	if n := len(plan.Left); n > 0 {
		at := plan.Left[0].Edits[0].From
		fmt.Fprintf(stderr, "jwtvet: %d of the fixes overlap with others, the first at %s; run -fix again to apply them\n", n, at)
	}
}

// show prints the changes as a unified diff that git and patch -p1 apply.
func (s *settings) show(plan *fix.Plan, unfixable int, base string, stdout, stderr io.Writer) int {
	for _, c := range plan.Changes {
		name := c.File
		if rel, err := filepath.Rel(base, c.File); err == nil && filepath.IsLocal(rel) {
			name = rel
		}
		name = filepath.ToSlash(name)
		if _, err := io.WriteString(stdout, c.Diff("a/"+name, "b/"+name)); err != nil {
			return fail(stderr, err)
		}
	}
	if unfixable > 0 {
		fmt.Fprintf(stderr, "jwtvet: findings without a fix: %d; run without -fix to see them\n", unfixable)
	}
	if len(plan.Changes) > 0 || unfixable > 0 {
		return ExitFound
	}
	return ExitClean
}

// unitFixes is repair on behalf of go vet: the diff goes where the go command
// wants the tool's output, and fixed files into the archive that it names, to
// be written when all packages have been read.
func (s *settings) unitFixes(u *driver.Unit, outcome *driver.Outcome, diags []driver.Diagnostic, stdout, stderr io.Writer) int {
	var fixes []finding.Fix
	for _, d := range diags {
		if all := finding.FixesOf(outcome.Fset, d.Diagnostic, ""); len(all) > 0 {
			fixes = append(fixes, all[0])
		}
	}
	plan, err := fix.Merge(fixes)
	if err != nil {
		return fail(stderr, err)
	}
	if s.diff {
		err = unitDiff(u, plan.Changes, stdout)
	} else {
		err = writeArchive(u, plan.Changes)
	}
	if err != nil {
		return fail(stderr, err)
	}
	s.tellLeft(plan, stderr)
	return ExitClean
}

// unitDiff prints the changes as go vet's own tool does.
func unitDiff(u *driver.Unit, changes []fix.Change, stdout io.Writer) error {
	var text string
	for _, c := range changes {
		text += c.Diff(c.File+" (old)", c.File+" (new)")
	}
	if u.Stdout == "" {
		_, err := io.WriteString(stdout, text)
		return err
	}
	return os.WriteFile(u.Stdout, []byte(text), 0o666)
}

// writeArchive puts the changed files into the unit's archive; without one, as
// before go1.26, they are written at once. An archive without files says that
// there is nothing to fix: the go command caches only units that have one.
func writeArchive(u *driver.Unit, changes []fix.Change) (err error) {
	if u.FixArchive == "" {
		for _, c := range changes {
			err = errors.Join(err, c.Write())
		}
		return err
	}
	f, err := os.Create(u.FixArchive)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	archive := zip.NewWriter(f)
	for _, c := range changes {
		w, err := archive.Create(c.File)
		if err != nil {
			return err
		}
		if _, err := w.Write(c.New); err != nil {
			return err
		}
	}
	return archive.Close()
}
