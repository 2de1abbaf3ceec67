package report

import (
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/jwtvet/jwtvet/cmd/internal/finding"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// SARIF prints findings as a SARIF 2.1.0 log, with all rules of the run.
// Files below base are named relative to %SRCROOT%.
//
// GitHub shows neither codeFlows nor relatedLocations in its list, so the
// message stands alone; both are there for viewers that do.
func SARIF(w io.Writer, findings []finding.Finding, rules []*rule.Rule, base, version string) error {
	s := &sarifLog{source: finding.NewSource(base), index: make(map[string]int)}
	run := sarif.NewRunWithInformationURI("jwtvet", "https://github.com/jwtvet/jwtvet")
	run.WithColumnKind("utf16CodeUnits")
	run.Tool.Driver.Version = &version
	for _, r := range rules {
		for _, c := range r.Categories {
			s.index[c.Name] = len(run.Tool.Driver.Rules)
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, descriptor(r, c))
		}
	}
	run.Results = []*sarif.Result{}
	for _, f := range findings {
		run.Results = append(run.Results, s.result(f))
	}
	log := sarif.NewReport()
	log.AddRun(run)
	return log.PrettyWrite(w)
}

// sarifLog holds what the results of one log share.
type sarifLog struct {
	source *finding.Source
	index  map[string]int // of the category among the rules
}

// descriptor is the metadata of one category.
func descriptor(r *rule.Rule, c rule.Category) *sarif.ReportingDescriptor {
	title, _, _ := strings.Cut(r.Doc, "\n\n")
	props := sarif.NewPropertyBag().Add("precision", "high").Add("security-severity", severity(c.Level))
	tags := []string{"security", c.RFC}
	for _, cwe := range c.CWE {
		tags = append(tags, "external/cwe/"+strings.ToLower(cwe))
	}
	props.WithTags(tags)
	d := sarif.NewReportingDescriptor().WithID(c.Name).WithName(strings.ReplaceAll(c.Name, "/", "-")).
		WithShortDescription(multiformat(c.Title)).WithFullDescription(multiformat(title)).
		WithHelp(multiformat(r.Help()).WithMarkdown(r.Help())).WithHelpURI(r.URL).WithProperties(props)
	return d.WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(c.Level.String()))
}

func multiformat(text string) *sarif.MultiformatMessageString {
	return sarif.NewMultiformatMessageString().WithText(text)
}

// severity is GitHub's scale from 0 to 10.
func severity(l rule.Level) string {
	switch l {
	case rule.Error:
		return "8.1"
	case rule.Warning:
		return "5.3"
	}
	return "2.0"
}

func (s *sarifLog) result(f finding.Finding) *sarif.Result {
	r := sarif.NewRuleResult(f.Category.Name).WithRuleIndex(s.index[f.Category.Name]).
		WithLevel(f.Category.Level.String()).WithMessage(sarif.NewTextMessage(f.Message)).
		WithLocations([]*sarif.Location{s.location(f.Start, f.End)})
	r.Fixes = s.fixes(f)
	r.PartialFingerprints = map[string]string{"jwtvet/v1": f.Fingerprint}
	if len(f.Steps) == 0 {
		return r
	}
	flow := sarif.NewThreadFlow()
	for i, step := range f.Steps {
		loc := s.location(step.Place, step.Place).WithMessage(sarif.NewTextMessage(step.Phrase))
		flow.Locations = append(flow.Locations, sarif.NewThreadFlowLocation().WithLocation(loc).WithExecutionOrder(i+1))
		related := s.location(step.Place, step.Place).WithID(i + 1).WithMessage(sarif.NewTextMessage(step.Phrase))
		r.RelatedLocations = append(r.RelatedLocations, related)
	}
	r.CodeFlows = []*sarif.CodeFlow{sarif.NewCodeFlow().WithThreadFlows([]*sarif.ThreadFlow{flow})}
	return r
}

// location names a region; a file outside the base is named by its full path.
func (s *sarifLog) location(start, end finding.Place) *sarif.Location {
	region := sarif.NewRegion().WithStartLine(max(start.Line, 1)).WithStartColumn(s.source.UTF16Column(start))
	if end != start {
		region.WithEndLine(end.Line).WithEndColumn(s.source.UTF16Column(end))
	}
	return sarif.NewLocationWithPhysicalLocation(sarif.NewPhysicalLocation().WithArtifactLocation(artifact(start.File)).WithRegion(region))
}

// artifact names a file.
func artifact(file string) *sarif.ArtifactLocation {
	if filepath.IsAbs(file) {
		return sarif.NewArtifactLocation().WithURI((&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String())
	}
	return sarif.NewArtifactLocation().WithURI((&url.URL{Path: file}).EscapedPath()).WithURIBaseID("%SRCROOT%")
}
