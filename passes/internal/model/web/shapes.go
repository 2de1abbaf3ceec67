package web

import (
	"maps"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// upper and title are the methods of HTTP as frameworks name their functions.
func upper() map[string]string {
	return names("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
}

func title() map[string]string {
	return names("Get", "Post", "Put", "Patch", "Delete", "Head", "Options")
}

// names maps the names of functions to the methods that they say.
func names(functions ...string) map[string]string {
	out := make(map[string]string)
	for _, name := range functions {
		out[name] = strings.ToUpper(name)
	}
	return out
}

// more adds functions to names; not every framework has them.
func more(known map[string]string, functions ...string) map[string]string {
	out := names(functions...)
	maps.Copy(out, known)
	return out
}

// verbs are the registrations of one receiver, a function for each HTTP method.
// The path comes first unless the row says where it is.
func verbs(recv string, names map[string]string, row Func) []Func {
	if row.Path == model.None {
		row.Path = model.Arg(0)
	}
	return verbsBelow(recv, names, row)
}

// verbsBelow are verbs of a receiver that has the path already.
func verbsBelow(recv string, names map[string]string, row Func) []Func {
	var out []Func
	for _, name := range slices.Sorted(maps.Keys(names)) {
		one := row
		one.Recv, one.Name, one.Verb, one.Does = recv, name, names[name], Registers
		out = append(out, one)
	}
	return out
}

// each repeats rows for several receivers.
func each(recvs []string, rows func(recv string) []Func) []Func {
	var out []Func
	for _, recv := range recvs {
		out = append(out, rows(recv)...)
	}
	return out
}

// methods repeats a row for several names.
func methods(row Func, names ...string) []Func {
	var out []Func
	for _, name := range names {
		one := row
		one.Name = name
		out = append(out, one)
	}
	return out
}

// with repeats a name's beginning for several ends: GetInt, GetString.
func with(begin string, ends ...string) []string {
	var out []string
	for _, end := range ends {
		out = append(out, begin+end)
	}
	return out
}
