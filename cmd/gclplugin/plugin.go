// Package gclplugin makes jwtvet a linter of golangci-lint: a module plug-in
// for its version 2, which is compiled in by importing this package.
package gclplugin

import (
	"fmt"
	"go/types"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/cmd/internal/baseline"
	"github.com/jwtvet/jwtvet/cmd/internal/config"
	"github.com/jwtvet/jwtvet/cmd/internal/driver"
	"github.com/jwtvet/jwtvet/cmd/internal/finding"
	"github.com/jwtvet/jwtvet/passes/engine"
)

// init is how golangci-lint learns of the plug-in.
func init() { register.Plugin(name, New) } //nolint:gochecknoinits // There is no other way in.

// name is the linter's name in golangci-lint's configuration.
const name = "jwtvet"

// settingsName is what golangci-lint's configuration calls our settings.
const settingsName = "linters.settings.custom." + name + ".settings"

// plugin is the linter with its settings.
type plugin struct {
	plan  *config.Plan
	own   *engine.Own // models of the project
	known *baseline.Baseline
	tag   string // see cache.go
}

// New returns the linter for what golangci-lint's configuration says of it,
// put over the .jwtvet.yml that holds for the working directory.
func New(raw any) (register.LinterPlugin, error) {
	settings, err := config.ReadSettings(settingsName, raw)
	if err != nil {
		return nil, err
	}
	file, err := config.For(settings.File, ".")
	if err != nil {
		return nil, err
	}
	if _, _, err := plan(file); err != nil {
		return nil, err // With the line, which is lost in what follows.
	}
	merged, err := settings.Over(file)
	if err != nil {
		return nil, err
	}
	return build(merged)
}

// plan applies a configuration to fresh rules.
func plan(c *config.Config) (*config.Plan, *engine.Own, error) {
	own := new(engine.Own)
	p, err := c.Apply(analyzers.With(own), own)
	return p, own, err
}

func build(c *config.Config) (*plugin, error) {
	plan, own, err := plan(c)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", settingsName, err)
	}
	known, err := baseline.Load(c.BaselineFile())
	if err != nil {
		return nil, err
	}
	content, err := c.Content()
	if err != nil {
		return nil, err
	}
	return &plugin{plan, own, known, tag(content)}, nil
}

// GetLoadMode says that the analyzers need types.
func (p *plugin) GetLoadMode() string { return register.LoadModeTypesInfo }

// BuildAnalyzers returns what golangci-lint runs: one analyzer that reports
// what all rules find, by the linter's own name.
func (p *plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	lint := &analysis.Analyzer{Name: name, Doc: "report misuse of JSON Web Tokens", URL: "https://" + modulePath}
	found := gathered{in: make(map[*types.Package][]driver.Diagnostic)}
	for _, r := range p.plan.Rules() {
		found.from(r.Analyzer)
		lint.Requires = append(lint.Requires, r.Analyzer)
	}
	lint.Run = func(pass *analysis.Pass) (any, error) { return nil, p.report(pass, found.take(pass.Pkg)) }
	all := []*analysis.Analyzer{lint, marker(p.tag)}
	tagFacts(all, p.tag)
	return all, analysis.Validate(all)
}

// report reports the findings that are to be shown, each as one issue. It says
// itself what is wrong with the project's own models: golangci-lint
// need not hear of an error of an analyzer that others require.
func (p *plugin) report(pass *analysis.Pass, diags []driver.Diagnostic) error {
	if faults := p.own.Check(pass.Pkg); len(faults) > 0 {
		return faults
	}
	findings, err := finding.Collect(pass.Fset, diags, p.plan, "")
	if err != nil {
		return err
	}
	for _, f := range p.known.New(findings, "") {
		pass.Report(fold(pass, f.Diagnostic.Diagnostic))
	}
	return nil
}
