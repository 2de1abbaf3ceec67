// Package config is what a project tells jwtvet: the file .jwtvet.yml, the
// settings of the golangci-lint plug-in, which have the same shape, and what
// both make of the rules.
package config

import "github.com/jwtvet/jwtvet/passes/engine"

// Config is the content of a .jwtvet.yml. Everything in it can be left out.
type Config struct {
	// Level is the lowest level that is reported: "note", "warning" (default) or "error".
	Level string `yaml:"level,omitempty" json:"level,omitempty"`
	// Strict also reports, as notes, what the analysis could not see.
	Strict bool `yaml:"strict,omitempty" json:"strict,omitempty"`
	// Tests also reports in _test.go files.
	Tests bool `yaml:"tests,omitempty" json:"tests,omitempty"`
	// Baseline is a file of findings that are not reported, relative to this one.
	Baseline string `yaml:"baseline,omitempty" json:"baseline,omitempty"`
	// Rules has, by their names, what is special about single rules.
	Rules map[string]Rule `yaml:"rules,omitempty" json:"rules,omitempty"`
	// Models describe packages of the project as the built-in ones describe libraries.
	Models []engine.Model `yaml:"models,omitempty" json:"models,omitempty"`

	source   source
	ofModels source // of the models alone
}

// Rule is what a project has to say about one rule.
type Rule struct {
	// Enabled switches the rule on or off; left out, it is as the rule has it by default.
	Enabled *bool `yaml:"enabled,omitempty" json:"enabled,omitempty"`
	// Levels has levels for categories, by what stands behind the slash of
	// their names: "note", "warning", "error", or "off" for never.
	Levels map[string]string `yaml:"levels,omitempty" json:"levels,omitempty"`
	// Options has the rule's own flags, without the rule's name: a text, a
	// number, true or false, or a list of texts.
	Options map[string]any `yaml:"options,omitempty" json:"options,omitempty"`
}

// off is the level of a category that is never reported.
const off = "off"
