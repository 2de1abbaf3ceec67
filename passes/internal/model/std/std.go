// Package std models the functions of the standard library, and of common
// configuration libraries, through which keys and names travel.
package std

import "go/types"

// Does is what a function does to the values that pass it.
type Does int

const (
	// Passes: result 0 is the content of argument Arg in another form.
	Passes Does = iota + 1
	// Outside: result 0 comes from whoever runs the program.
	Outside
	// Default: result 0 comes from outside, or else is argument Arg.
	Default
	// FirstSet: result 0 is the first argument that is not zero.
	FirstSet
	// Random: result 0 is unpredictable.
	Random
	// Weak: result 0 is predictable.
	Weak
	// Fills: argument Arg, a slice, is filled from a random source.
	Fills
	// FillsWeakly: argument Arg is filled from a predictable source.
	FillsWeakly
	// MakesKey: result 0 is a private key of Arg bits.
	MakesKey
	// ParsesPrivate and ParsesPublic: result 0 is the key that argument Arg encodes.
	ParsesPrivate
	ParsesPublic
	// Matches: result 0 tells whether two arguments are alike, or one is among the others.
	Matches
	// Prints: nothing is decided: the arguments are logged, printed or encoded.
	Prints
	// Errors: the result is a non-nil error.
	Errors
	// ReadsSetting: result 0 is the setting that argument 0 names.
	ReadsSetting
	// SetsDefault: argument 1 is the default of the setting that argument 0 names.
	SetsDefault
	// Encodes: result 0 is argument 0 as text.
	Encodes
	// Decodes: argument Arg, a pointer, is filled from argument 0.
	Decodes
	// Digests: result 0 is a digest of argument Arg: whoever knows that knows it, and
	// nobody learns the argument from it.
	Digests
	// Builds: the results are made from the receiver and all arguments.
	Builds
	// Binds: argument 0, a pointer, is set from outside, or else to argument Arg.
	Binds
)

// Receiver as Arg is the receiver.
const Receiver = -1

// Func is a row: a function or method of a package.
type Func struct {
	Path, Recv, Name string
	Does             Does
	Arg              int
}

// Of returns the row of fn, or nil.
func Of(fn *types.Func) *Func {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	rows, ok := byPath()[fn.Pkg().Path()]
	if !ok {
		return nil
	}
	return rows[key{receiver(fn), fn.Name()}]
}

type key struct{ recv, name string }

func receiver(fn *types.Func) string {
	recv := fn.Signature().Recv()
	if recv == nil {
		return ""
	}
	t := types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// Printer reports whether the package's functions only log, print or
// format: a value that ends there has been shown, not checked.
func Printer(path string) bool {
	switch path {
	case "fmt", "log", "log/slog", "encoding/json", "io", "bufio", "os", "context", "net/http",
		"github.com/sirupsen/logrus", "go.uber.org/zap", "go.uber.org/zap/zapcore",
		"github.com/rs/zerolog", "github.com/rs/zerolog/log", "k8s.io/klog/v2":
		return true
	}
	return false
}
