package config

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"go.yaml.in/yaml/v3"

	"github.com/jwtvet/jwtvet/passes/rule"
)

// BaselineFile returns the path of the baseline file, "" for none.
func (c *Config) BaselineFile() string {
	if c.Baseline == "" || filepath.IsAbs(c.Baseline) {
		return c.Baseline
	}
	return filepath.Join(filepath.Dir(c.source.file), c.Baseline)
}

// Hash writes everything that the configuration consists of.
func (c *Config) Hash(w io.Writer) error {
	if c.source.file == "" {
		return nil
	}
	for _, name := range []string{c.source.file, c.BaselineFile()} {
		if name == "" {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%d\n%s", len(data), data); err != nil {
			return err
		}
	}
	return nil
}

// Print writes the configuration in effect, with every rule, category and option: a file that
// says all this by itself.
func (p *Plan) Print(w io.Writer, c *Config) error {
	out := *c
	out.Level, out.Strict, out.Tests = p.Level.String(), p.strict, p.tests
	out.Rules = make(map[string]Rule)
	running := make(map[string]bool)
	for _, r := range p.Rules() {
		running[r.Name] = true
	}
	for _, r := range p.rules {
		out.Rules[r.Name] = p.effective(r, running[r.Name])
	}
	from := "no file; these are the defaults"
	if c.source.file != "" {
		from = c.source.file
	}
	if _, err := fmt.Fprintf(w, "# from %s\n", from); err != nil {
		return err
	}
	enc := yaml.NewEncoder(w)
	enc.SetIndent(2)
	if err := enc.Encode(out); err != nil {
		return err
	}
	return enc.Close()
}

// effective is what holds for one rule.
func (p *Plan) effective(r *rule.Rule, runs bool) Rule {
	out := Rule{Enabled: &runs, Levels: make(map[string]string), Options: make(map[string]any)}
	for i, c := range r.Categories {
		level, ok := p.levels[c.Name]
		switch {
		case !ok:
			out.Levels[slugs(r)[i]] = c.Level.String()
		case level == 0:
			out.Levels[slugs(r)[i]] = off
		default:
			out.Levels[slugs(r)[i]] = level.String()
		}
	}
	r.Flags.VisitAll(func(f *flag.Flag) {
		all := f.Name == "strict" && p.strict || f.Name == "tests" && p.tests
		if text := f.Value.String(); text != "" && !all {
			out.Options[f.Name] = valueOf(f, text)
		}
	})
	return out
}

// valueOf is the value of a flag as YAML has it.
func valueOf(f *flag.Flag, text string) any {
	if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
		return text == "true"
	}
	return text
}
