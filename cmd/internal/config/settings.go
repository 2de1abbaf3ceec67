package config

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Settings are what stands in the configuration of golangci-lint: all that a
// .jwtvet.yml can say, and which one holds beside them.
type Settings struct {
	// File is the configuration file instead of the nearest .jwtvet.yml; "none" for no file.
	File string `yaml:"config,omitempty"`
	// Config wins over the file, key by key.
	Config `yaml:",inline"`

	raw map[string]any
}

// ReadSettings reads settings that another program has taken out of its own
// file, which it calls by the name where. Of a mistake it says under which keys
// it is: lines of that file are not known here.
func ReadSettings(where string, raw any) (*Settings, error) {
	s := new(Settings)
	if raw == nil {
		return s, nil
	}
	node := new(yaml.Node)
	if err := node.Encode(raw); err != nil {
		return nil, fmt.Errorf("%s: %w", where, err)
	}
	if err := check(where, node, reflect.TypeFor[Settings]()); err != nil {
		return nil, withPath(where, node, err)
	}
	if err := node.Decode(&s.raw); err != nil {
		return nil, fmt.Errorf("%s: %w", where, err)
	}
	delete(s.raw, "config")
	return s, node.Decode(s)
}

// withPath puts the keys above a node in the place of its line.
func withPath(where string, root *yaml.Node, err error) error {
	at, ok := errors.AsType[*nodeError](err)
	if !ok {
		return err
	}
	return fmt.Errorf("%s: %s", strings.Join(append([]string{where}, keysTo(root, at.node)...), "."), at.what)
}

// keysTo lists the keys from a node down to another one below it.
func keysTo(from, to *yaml.Node) []string {
	for i, below := range from.Content {
		path := keysTo(below, to)
		if below != to && path == nil {
			continue
		}
		if from.Kind != yaml.MappingNode {
			return append([]string{strconv.Itoa(i)}, path...)
		}
		return append([]string{from.Content[i-i%2].Value}, path...)
	}
	return nil
}

// Over returns the file's configuration with the settings put over it.
func (s *Settings) Over(file *Config) (*Config, error) {
	below := *file
	below.Baseline = file.BaselineFile() // Which is relative to the file, not to the working directory.
	merged := make(map[string]any)
	if err := convert(&below, &merged); err != nil {
		return nil, err
	}
	lay(merged, s.raw)
	c := new(Config)
	if s.Models == nil {
		c.ofModels = file.ofModels
	}
	return c, convert(merged, c)
}

// lay puts the keys of a mapping over those of another one, at any depth.
func lay(below, above map[string]any) {
	for key, value := range above {
		deep, isMap := value.(map[string]any)
		under, wasMap := below[key].(map[string]any)
		switch {
		case value == nil: // A key with nothing behind it sets nothing.
		case isMap && wasMap:
			lay(under, deep)
		default:
			below[key] = value
		}
	}
}

// convert writes one shape of the same YAML as the other.
func convert(from, to any) error {
	data, err := yaml.Marshal(from)
	if err != nil {
		return err
	}
	return yaml.Unmarshal(data, to)
}

// Content is all that the configuration says, that of its baseline included:
// for caches.
func (c *Config) Content() (string, error) {
	said, err := yaml.Marshal(c)
	if err != nil || c.Baseline == "" {
		return string(said), err
	}
	baseline, err := os.ReadFile(c.BaselineFile())
	return string(said) + string(baseline), err
}
