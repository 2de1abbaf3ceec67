package config

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/suggest"
)

// check compares a node with the type that it is to be decoded into: the YAML
// library reports neither columns nor what was meant instead. Keys of maps are free here; apply looks at those.
func check(file string, node *yaml.Node, t reflect.Type) error {
	if node.Kind == yaml.AliasNode {
		node = node.Alias
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == reflect.TypeFor[engine.Position]() && kindOfNode(node) == "a number" {
		return nil
	}
	want := kindOf(t)
	if node.ShortTag() == "!!null" {
		return nil // A key with nothing behind it leaves what it stands for unset.
	}
	if want != "" && want != kindOfNode(node) {
		return errorAtNode(file, node, "want %s, not %s", want, kindOfNode(node))
	}
	switch t.Kind() {
	case reflect.Struct:
		return checkStruct(file, node, t)
	case reflect.Map:
		return eachKey(node, func(_, value *yaml.Node) error { return check(file, value, t.Elem()) })
	case reflect.Slice:
		for _, elem := range node.Content {
			if err := check(file, elem, t.Elem()); err != nil {
				return err
			}
		}
	}
	return nil
}

func checkStruct(file string, node *yaml.Node, t reflect.Type) error {
	fields := make(map[string]reflect.Type)
	var names []string
	for f := range fieldsOf(t) {
		fields[f.name] = f.typ
		names = append(names, f.name)
	}
	var seen []string
	return eachKey(node, func(key, value *yaml.Node) error {
		t, ok := fields[key.Value]
		if !ok {
			return errorAtNode(file, key, "unknown key %q: %s", key.Value, suggest.Instead(key.Value, names))
		}
		if slices.Contains(seen, key.Value) {
			return errorAtNode(file, key, "key %q stands here twice", key.Value)
		}
		seen = append(seen, key.Value)
		return check(file, value, t)
	})
}

// field is a field of a struct as YAML has it.
type field struct {
	name string
	typ  reflect.Type
}

// fieldsOf lists the fields that have a YAML name, those of inlined structs included.
func fieldsOf(t reflect.Type) func(yield func(field) bool) {
	return func(yield func(field) bool) {
		for i := range t.NumField() {
			name, options, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
			if strings.Contains(options, "inline") {
				for f := range fieldsOf(t.Field(i).Type) {
					if !yield(f) {
						return
					}
				}
				continue
			}
			if name != "" && name != "-" && !yield(field{name, t.Field(i).Type}) {
				return
			}
		}
	}
}

func eachKey(node *yaml.Node, visit func(key, value *yaml.Node) error) error {
	for i := 0; i+1 < len(node.Content); i += 2 {
		if err := visit(node.Content[i], node.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// kindOf says what a Go type is written as; "" if anything goes.
func kindOf(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Struct, reflect.Map:
		return "a mapping"
	case reflect.Slice:
		return "a list"
	case reflect.String:
		return "text"
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "a number"
	}
	return ""
}

func kindOfNode(node *yaml.Node) string {
	switch node.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	}
	switch node.ShortTag() {
	case "!!bool":
		return "true or false"
	case "!!int", "!!float":
		return "a number"
	case "!!null":
		return "nothing"
	}
	return "text"
}

func errorAtNode(file string, node *yaml.Node, format string, args ...any) error {
	return &nodeError{file, node, fmt.Sprintf(format, args...)}
}

// nodeError says what is wrong with a node.
type nodeError struct {
	file string
	node *yaml.Node
	what string
}

func (e *nodeError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.file, e.node.Line, e.node.Column, e.what)
}
