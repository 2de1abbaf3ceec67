package std

import "go/types"

// The query of an address, as net/url builds it.

// SetsParameter reports whether a function puts a value (its second argument)
// under a name (its first one) into its receiver, the parameters of a query.
func SetsParameter(fn *types.Func) bool {
	// func (v Values) Set(key, value string)
	// func (v Values) Add(key, value string)
	return ofValues(fn) && (fn.Name() == "Set" || fn.Name() == "Add")
}

// EncodesParameters reports whether a function returns its receiver, the
// parameters of a query or of a form, as text.
func EncodesParameters(fn *types.Func) bool {
	// func (v Values) Encode() string
	return ofValues(fn) && fn.Name() == "Encode"
}

func ofValues(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "net/url" && receiver(fn) == "Values"
}

// IsQuery reports whether a field is the query of an address.
func IsQuery(f *types.Var) bool {
	// RawQuery string
	return f != nil && f.Pkg() != nil && f.Pkg().Path() == "net/url" && f.Name() == "RawQuery"
}
