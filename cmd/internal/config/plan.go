package config

import (
	"maps"
	"slices"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// Plan is what a configuration makes of the rules: which run, and at which
// level each of their categories is reported.
type Plan struct {
	Level         rule.Level // the lowest that is reported
	strict, tests bool       // for all rules
	rules         []*rule.Rule
	levels        map[string]rule.Level // of categories that have another than their own; 0 for off
	chosen        map[string]bool       // rules switched on or off
}

// ForAll sets, for all rules, what they have in common. What is not seen is reported as notes.
func (p *Plan) ForAll(strict, tests bool) error {
	p.strict, p.tests = p.strict || strict, p.tests || tests
	if strict {
		p.Level = rule.Note
	}
	for _, r := range p.rules {
		for name, on := range map[string]bool{"strict": strict, "tests": tests} {
			if !on {
				continue
			}
			if err := r.Flags.Set(name, "true"); err != nil {
				return err
			}
		}
	}
	return nil
}

// Choose switches a rule on or off.
func (p *Plan) Choose(name string, on bool) { p.chosen[name] = on }

// Rules returns the rules that run, in the order of the registry.
func (p *Plan) Rules() []*rule.Rule {
	return analyzers.Select(p.rules, func(r *rule.Rule) bool {
		on, said := p.chosen[r.Name]
		return on || !said && r.Default
	})
}

// LevelOf returns the level of a category's findings, and whether they are reported.
// Somebody who switches on a rule that is off by default wants to see its notes.
func (p *Plan) LevelOf(r *rule.Rule, c rule.Category) (level rule.Level, reported bool) {
	level, ok := p.levels[c.Name]
	if !ok {
		level = c.Level
	}
	lowest := p.Level
	if !r.Default && p.chosen[r.Name] {
		lowest = rule.Note
	}
	return level, level > 0 && level >= lowest
}

// sorted returns the keys of a map in order.
func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
