package finding

import (
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"
)

// Source reads lines of the files that findings stand in.
type Source struct {
	base  string
	files map[string][]string
}

// NewSource returns a reader of files whose relative names lie below base.
func NewSource(base string) *Source {
	return &Source{base: base, files: make(map[string][]string)}
}

// Line returns the text of a place's line; "" if the file cannot be read any more.
func (s *Source) Line(p Place) string {
	lines, ok := s.files[p.File]
	if !ok {
		name := p.File
		if !filepath.IsAbs(name) {
			name = filepath.Join(s.base, name)
		}
		if data, err := os.ReadFile(name); err == nil {
			lines = strings.Split(string(data), "\n")
		}
		s.files[p.File] = lines
	}
	if p.Line < 1 || p.Line > len(lines) {
		return ""
	}
	return lines[p.Line-1]
}

// UTF16Column converts a place's column from bytes to UTF-16 code units, which
// SARIF counts.
func (s *Source) UTF16Column(p Place) int {
	line := s.Line(p)
	if p.Column < 1 || p.Column-1 > len(line) {
		return max(p.Column, 1)
	}
	return len(utf16.Encode([]rune(line[:p.Column-1]))) + 1
}
