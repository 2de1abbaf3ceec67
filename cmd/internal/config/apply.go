package config

import (
	"flag"
	"fmt"
	"strings"

	"github.com/jwtvet/jwtvet/passes/engine"
	"github.com/jwtvet/jwtvet/passes/rule"
	"github.com/jwtvet/jwtvet/passes/suggest"
)

// Apply sets the options of the rules, fills in the project's models, which the
// rules were made with, and returns what else the configuration says of the
// rules. Flags of a command line are set afterwards and so win.
func (c *Config) Apply(rules []*rule.Rule, own *engine.Own) (*Plan, error) {
	p := &Plan{rules: rules, Level: rule.Warning, levels: make(map[string]rule.Level), chosen: make(map[string]bool)}
	if c.Level != "" {
		level, ok := rule.ParseLevel(c.Level)
		if !ok {
			return nil, c.source.errorAt([]string{"level"}, "unknown level %q: want note, warning or error", c.Level)
		}
		p.Level = level
	}
	byName := make(map[string]*rule.Rule)
	var names []string
	for _, r := range rules {
		byName[r.Name] = r
		names = append(names, r.Name)
	}
	for _, name := range sorted(c.Rules) {
		r := byName[name]
		if r == nil {
			return nil, c.source.errorAt([]string{"rules", name}, "unknown rule %q: %s", name, suggest.Instead(name, names))
		}
		if err := c.applyRule(p, r, c.Rules[name]); err != nil {
			return nil, err
		}
	}
	if err := own.Describe(c.Models, c.ofModels.locate); err != nil {
		return nil, err
	}
	return p, p.ForAll(c.Strict, c.Tests)
}

func (c *Config) applyRule(p *Plan, r *rule.Rule, set Rule) error {
	if set.Enabled != nil {
		p.chosen[r.Name] = *set.Enabled
	}
	for _, slug := range sorted(set.Levels) {
		path := []string{"rules", r.Name, "levels", slug}
		category, ok := r.Category(r.Name + "/" + slug)
		if !ok {
			return c.source.errorAt(path, "rule %s has no category %q: %s", r.Name, slug, suggest.Instead(slug, slugs(r)))
		}
		level, ok := rule.ParseLevel(set.Levels[slug])
		if !ok && set.Levels[slug] != off {
			return c.source.errorAt(path, "unknown level %q: want note, warning, error or off", set.Levels[slug])
		}
		p.levels[category.Name] = level
	}
	for _, name := range sorted(set.Options) {
		path := []string{"rules", r.Name, "options", name}
		if r.Flags.Lookup(name) == nil {
			return c.source.errorAt(path, "rule %s has no option %q: %s", r.Name, name, suggest.Instead(name, options(r)))
		}
		if set.Options[name] == nil {
			continue // A key with nothing behind it, as elsewhere.
		}
		text, err := textOf(set.Options[name])
		if err == nil {
			err = r.Flags.Set(name, text)
		}
		if err != nil {
			return c.source.errorAt(path, "option %s of %s: %v", name, r.Name, err)
		}
	}
	return nil
}

// textOf is a value as a flag takes it.
func textOf(value any) (string, error) {
	switch value := value.(type) {
	case string, bool, int, float64:
		return fmt.Sprint(value), nil
	case []any:
		var parts []string
		for _, elem := range value {
			text, ok := elem.(string)
			if !ok {
				return "", fmt.Errorf("want a list of texts, not with %v", elem)
			}
			parts = append(parts, text)
		}
		return strings.Join(parts, ","), nil
	}
	return "", fmt.Errorf("want a text, a number, true or false, or a list of texts, not %v", value)
}

func slugs(r *rule.Rule) (out []string) {
	for _, c := range r.Categories {
		out = append(out, strings.TrimPrefix(c.Name, r.Name+"/"))
	}
	return out
}

func options(r *rule.Rule) (out []string) {
	r.Flags.VisitAll(func(f *flag.Flag) { out = append(out, f.Name) })
	return out
}
