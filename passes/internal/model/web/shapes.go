package web

import "github.com/jwtvet/jwtvet/passes/internal/model"

// upper and title are the methods of HTTP as frameworks name their functions.
var (
	upper = map[string]string{"GET": "GET", "POST": "POST", "PUT": "PUT", "PATCH": "PATCH", "DELETE": "DELETE", "HEAD": "HEAD", "OPTIONS": "OPTIONS"}
	title = map[string]string{"Get": "GET", "Post": "POST", "Put": "PUT", "Patch": "PATCH", "Delete": "DELETE", "Head": "HEAD", "Options": "OPTIONS"}
)

// verbs are the registrations of one receiver, a function for each HTTP method.
func verbs(recv string, names map[string]string, row Func) []Func {
	var out []Func
	for _, name := range sortedKeys(names) {
		one := row
		one.Recv, one.Name, one.Verb, one.Does = recv, name, names[name], Registers
		if one.Path == model.None {
			one.Path = model.Arg(0)
		}
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
