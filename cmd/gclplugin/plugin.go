// Package gclplugin makes jwtvet a linter of golangci-lint: a module plug-in
// for its version 2, which is compiled in by importing this package.
package gclplugin

import (
	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/analyzers"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// init is how golangci-lint learns of the plug-in.
func init() { register.Plugin(name, New) } //nolint:gochecknoinits // There is no other way in.

// name is the linter's name in golangci-lint's configuration.
const name = "jwtvet"

// plugin is the linter with its settings.
type plugin struct {
	rules []*rule.Rule // those that run
	level rule.Level   // and up is reported
	tag   string       // see cache.go
}

// New returns the linter for what stands under linters.settings.custom.jwtvet.settings.
func New(_ any) (register.LinterPlugin, error) {
	return &plugin{rules: analyzers.All(), level: rule.Warning, tag: tag("")}, nil
}

// GetLoadMode says that the analyzers need types.
func (p *plugin) GetLoadMode() string { return register.LoadModeTypesInfo }

// BuildAnalyzers returns what golangci-lint runs: one analyzer that reports
// what all rules find, by the linter's own name.
func (p *plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	parts := make(map[*analysis.Analyzer]*rule.Rule)
	lint := &analysis.Analyzer{Name: name, Doc: "report misuse of JSON Web Tokens", URL: "https://" + modulePath}
	for _, r := range p.rules {
		part := gathered(r)
		parts[part] = r
		lint.Requires = append(lint.Requires, part)
	}
	lint.Run = func(pass *analysis.Pass) (any, error) {
		for _, part := range lint.Requires {
			for _, d := range pass.ResultOf[part].([]analysis.Diagnostic) {
				if c, ok := parts[part].Category(d.Category); ok && c.Level >= p.level {
					pass.Report(fold(pass, d))
				}
			}
		}
		return nil, nil
	}
	all := []*analysis.Analyzer{lint, marker(p.tag)}
	tagFacts(all, p.tag)
	return all, analysis.Validate(all)
}
