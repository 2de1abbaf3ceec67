package report

import (
	"encoding/json"
	"io"

	"github.com/jwtvet/jwtvet/cmd/internal/finding"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// gitlabIssue is an entry of GitLab's code quality report, which is a subset
// of the Code Climate format.
type gitlabIssue struct {
	Description string         `json:"description"` // the widget shows neither rule nor steps beside it
	CheckName   string         `json:"check_name"`  // the category
	Fingerprint string         `json:"fingerprint"` // tells new findings from those of the target branch
	Severity    string         `json:"severity"`    // info, minor, major, critical or blocker
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"` // relative to the repository, without "./"
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
}

// GitLab prints findings as a code quality report. File names have to be
// relative to the root of the repository.
func GitLab(w io.Writer, findings []finding.Finding) error {
	issues := []gitlabIssue{}
	for _, f := range findings {
		issues = append(issues, gitlabIssue{
			Description: f.Message + " (" + f.Category.Name + ")",
			CheckName:   f.Category.Name,
			Fingerprint: f.Fingerprint,
			Severity:    gitlabSeverity(f.Category.Level),
			Location:    gitlabLocation{f.Start.File, gitlabLines{max(f.Start.Line, 1)}},
		})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(issues)
}

// gitlabSeverity leaves the highest of GitLab's five degrees to what breaks a
// build, and the second lowest to style.
func gitlabSeverity(l rule.Level) string {
	switch l {
	case rule.Error:
		return "critical"
	case rule.Warning:
		return "major"
	}
	return "info"
}
