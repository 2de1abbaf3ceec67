package driver

import (
	"bytes"
	"crypto/sha256"
	"go/ast"
	"go/parser"
	"os"
)

// parse reads the package's files, cgo ones included. What is wrong with
// the first bad one is returned; the rest is read all the same.
func (l *loader) parse(u *unit) (files []*ast.File, problem string) {
	if u.Error != nil && u.analyse {
		problem = u.Error.String()
	}
	mode := parser.SkipObjectResolution
	if u.analyse {
		mode |= parser.ParseComments
	}
	for _, names := range [][]string{u.GoFiles, u.CgoFiles} {
		for _, name := range names {
			f, err := l.parseFile(u, u.file(name), mode)
			if err != nil && problem == "" {
				problem = err.Error()
			}
			if f != nil {
				files = append(files, f)
			}
		}
	}
	return files, problem
}

// parseFile parses a file, of a package that is not analysed without what its
// types do not depend on, and takes note if it is no longer what the package's
// key was computed from.
func (l *loader) parseFile(u *unit, name string, mode parser.Mode) (*ast.File, error) {
	var f *ast.File
	err := l.read(name, func(text []byte) (err error) {
		if !u.analyse {
			f, err = parseTypes(l.fset, name, text, mode)
			return err
		}
		if l.cache != nil && !u.fixed() {
			u.changed = u.changed || l.sums[name] != sha256.Sum256(text)
		}
		f, err = parser.ParseFile(l.fset, name, text, mode)
		return err
	})
	return f, err
}

// read hands a file's text on, which is good until use returns. The next file is
// read to the same place: texts would be much of what a run allocates.
func (l *loader) read(name string, use func(text []byte) error) (err error) {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	var text *bytes.Buffer
	select {
	case text = <-l.texts:
		text.Reset()
	default:
		text = new(bytes.Buffer)
	}
	if info, err := f.Stat(); err == nil {
		text.Grow(int(info.Size()) + bytes.MinRead) // At once, and not by doubling.
	}
	if _, err = text.ReadFrom(f); err == nil {
		err = use(text.Bytes())
	}
	select {
	case l.texts <- text:
	default:
	}
	return err
}
