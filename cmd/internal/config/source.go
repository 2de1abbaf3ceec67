package config

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// source tells where in its file, if any, a part of a configuration stands.
type source struct {
	file string
	root *yaml.Node
}

// errorAt is an error about the part at path, which ends in a key or an index:
// with file, line and column, or for settings that are in no file of ours,
// with the path itself.
func (s source) errorAt(path []string, format string, args ...any) error {
	what := fmt.Sprintf(format, args...)
	if s.root == nil {
		return fmt.Errorf("%s: %s", strings.Join(path, "."), what)
	}
	return errorAtNode(s.file, find(s.root, path), "%s", what)
}

// locate tells the file, line and column of an index path such as
// "models[0].funcs[2].does"; "" for settings that are in no file of ours.
func (s source) locate(index string) string {
	if s.root == nil {
		return ""
	}
	path := strings.FieldsFunc(index, func(r rune) bool { return strings.ContainsRune(".[]", r) })
	node := find(s.root, path)
	return fmt.Sprintf("%s:%d:%d", s.file, node.Line, node.Column)
}

// find follows keys and indexes down from a node and returns the last key or
// element on the way.
func find(node *yaml.Node, path []string) *yaml.Node {
	at := node
	for _, name := range path {
		key, value := child(node, name)
		if value == nil {
			break
		}
		at, node = key, value
	}
	return at
}

// child returns what a name or index stands for in a node, and where that begins.
func child(node *yaml.Node, name string) (key, value *yaml.Node) {
	switch node.Kind {
	case yaml.AliasNode:
		return child(node.Alias, name)
	case yaml.MappingNode:
		for i := 0; i+1 < len(node.Content); i += 2 {
			if node.Content[i].Value == name {
				return node.Content[i], node.Content[i+1]
			}
		}
	case yaml.SequenceNode:
		for i, elem := range node.Content {
			if fmt.Sprint(i) == name {
				return elem, elem
			}
		}
	}
	return nil, nil
}
