package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v3"
)

const (
	// FileName is the name that is looked for.
	FileName = ".jwtvet.yml"
	// Variable names the environment variable with the file to use instead. It
	// reaches the tool under go vet, whose cache does not know the file behind a flag.
	Variable = "JWTVET_CONFIG"
	// None is the name of a file that says: no configuration.
	None = "none"
)

// Find returns the file that holds for dir: the one that the environment
// names, or the nearest above; "" for none. A file that is there and cannot
// be used is an error when it is loaded, never passed over.
func Find(dir string) (string, error) {
	if name := os.Getenv(Variable); name != "" {
		if name != None && !filepath.IsAbs(name) {
			return "", fmt.Errorf("%s=%s: want the full path, or %q for no configuration", Variable, name, None)
		}
		return strings.TrimSuffix(name, None), nil
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		name := filepath.Join(dir, FileName)
		if _, err := os.Lstat(name); err == nil {
			return name, nil
		} else if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
			return "", err
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// Load reads a file; "" stands for one in which nothing is set. Errors name file,
// line and column.
func Load(name string) (*Config, error) {
	if name == "" {
		return new(Config), nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("cannot read the configuration: %w", err)
	}
	return parse(relative(name), data)
}

// relative shortens a name to one from the working directory, where that is shorter.
func relative(name string) string {
	wd, err := os.Getwd()
	if err != nil {
		return name
	}
	if rel, err := filepath.Rel(wd, name); err == nil && len(rel) < len(name) {
		return rel
	}
	return name
}

// parse reads the text of a file.
func parse(name string, data []byte) (*Config, error) {
	var doc yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&doc); errors.Is(err, io.EOF) {
		return new(Config), nil
	} else if err != nil {
		return nil, fmt.Errorf("%s: %s", name, strings.TrimPrefix(err.Error(), "yaml: "))
	}
	if err := dec.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: more than one YAML document", name)
	}
	root := doc.Content[0]
	if root.ShortTag() == "!!null" {
		return new(Config), nil
	}
	if err := check(name, root, reflect.TypeFor[Config]()); err != nil {
		return nil, err
	}
	c := new(Config)
	if err := root.Decode(c); err != nil {
		return nil, fmt.Errorf("%s: %s", name, strings.TrimPrefix(err.Error(), "yaml: "))
	}
	c.source = source{name, root}
	c.ofModels = c.source
	return c, nil
}
