package web

import (
	"go/types"
)

// FuncOf returns the row of a function or method, or nil. Methods that a type
// gets by embedding are looked up where they are declared.
func FuncOf(fn *types.Func) *Func {
	if fn == nil || fn.Pkg() == nil {
		return nil
	}
	if f := Of(fn.Pkg().Path()); f != nil {
		return f.Func(fn)
	}
	return nil
}

// FieldOf returns the row of a field of the named type, through one pointer, or nil.
func FieldOf(t types.Type, field string) *Field {
	name := NameOf(t)
	if name == nil {
		return nil
	}
	f := Of(name.Pkg().Path())
	if f == nil {
		return nil
	}
	for i := range f.Fields {
		if row := &f.Fields[i]; row.Type == name.Name() && row.Name == field && f.holds(row.Pkg, name.Pkg()) {
			return row
		}
	}
	return nil
}

// TypeOf returns what values of t are, through one pointer; 0 if no row says so.
func TypeOf(t types.Type) TypeRole {
	name := NameOf(t)
	if name == nil {
		return 0
	}
	if f := Of(name.Pkg().Path()); f != nil {
		return f.Type(name)
	}
	return 0
}

// CookieOf returns the names of the fields of a cookie's type, through one
// pointer; ok is false for other types.
func CookieOf(t types.Type) (fields CookieFields, ok bool) {
	name := NameOf(t)
	if name == nil {
		return CookieFields{}, false
	}
	f := Of(name.Pkg().Path())
	if f == nil {
		return CookieFields{}, false
	}
	for _, row := range f.Types {
		if row.Is == IsCookie && row.Name == name.Name() && f.holds(row.Pkg, name.Pkg()) {
			return row.Cookie, true
		}
	}
	return CookieFields{}, false
}

// NameOf returns the declaration of a named type, through one pointer; nil for
// types without a name and those of the language.
func NameOf(t types.Type) *types.TypeName {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return nil
	}
	return named.Obj()
}
