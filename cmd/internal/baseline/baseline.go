// Package baseline remembers the findings of old code, so that only new ones
// are reported. A finding is known by its category, file, function and the
// text of its line, never by the line's number.
package baseline

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/jwtvet/jwtvet/cmd/internal/finding"
)

// version changes when older releases can no longer make sense of a file.
const version = 1

// entry is a kind of finding that a baseline knows.
type entry struct {
	Category string `json:"category"`
	File     string `json:"file"` // relative to the baseline's folder
	Function string `json:"function,omitempty"`
	Code     string `json:"code"` // hash of the line with single spaces, which may hold a secret
}

// counted is an entry and how often it is there.
type counted struct {
	entry
	Count int `json:"count"`
}

// document is what stands in a file.
type document struct {
	Version  int       `json:"version"`
	Findings []counted `json:"findings"` // sorted
}

// Baseline is a file of known findings.
type Baseline struct {
	dir   string // of the file
	known map[entry]int
}

// Load reads a baseline; "" stands for one that knows nothing.
func Load(name string) (*Baseline, error) {
	b := &Baseline{known: make(map[entry]int)}
	if name == "" {
		return b, nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read the baseline: %w", err)
	}
	var doc document
	if err := json.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("%s is no baseline: %w", name, err)
	}
	if doc.Version != version {
		return nil, fmt.Errorf("%s: baseline of version %d, and this jwtvet knows version %d; write it anew, or take the jwtvet that wrote it", name, doc.Version, version)
	}
	for _, c := range doc.Findings {
		b.known[c.entry] += c.Count
	}
	b.dir, err = filepath.Abs(filepath.Dir(name))
	return b, err
}

// New returns the findings that the baseline does not know. Of equal ones in
// one function it knows the first ones.
func (b *Baseline) New(findings []finding.Finding, base string) []finding.Finding {
	if len(b.known) == 0 {
		return findings
	}
	left := make(map[entry]int)
	return slices.DeleteFunc(slices.Clone(findings), func(f finding.Finding) bool {
		e := entryOf(f, base, b.dir)
		left[e]++
		return left[e] <= b.known[e]
	})
}

// Write makes a file of all findings.
func Write(name string, findings []finding.Finding, base string) error {
	dir, err := filepath.Abs(filepath.Dir(name))
	if err != nil {
		return err
	}
	counts := make(map[entry]int)
	for _, f := range findings {
		counts[entryOf(f, base, dir)]++
	}
	doc := document{Version: version, Findings: []counted{}}
	for e, n := range counts {
		doc.Findings = append(doc.Findings, counted{e, n})
	}
	slices.SortFunc(doc.Findings, func(a, b counted) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Function, b.Function),
			cmp.Compare(a.Category, b.Category), cmp.Compare(a.Code, b.Code))
	})
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	return os.WriteFile(name, buf.Bytes(), 0o644)
}

// entryOf is what a baseline in dir calls a finding.
func entryOf(f finding.Finding, base, dir string) entry {
	file := f.Start.File
	if !filepath.IsAbs(file) {
		file = filepath.Join(base, file)
	}
	if rel, err := filepath.Rel(dir, file); err == nil {
		file = rel
	}
	sum := sha256.Sum256([]byte(f.Code))
	return entry{f.Category.Name, filepath.ToSlash(file), f.Function, hex.EncodeToString(sum[:8])}
}
