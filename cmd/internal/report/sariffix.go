package report

import (
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/jwtvet/jwtvet/cmd/internal/finding"
)

// fixes are the changes that would make a finding go away. All edits of one fix
// are in one file.
func (s *sarifLog) fixes(f finding.Finding) []*sarif.Fix {
	out := []*sarif.Fix{}
	for _, fix := range f.Fixes {
		if len(fix.Edits) == 0 {
			continue
		}
		change := sarif.NewArtifactChange().WithArtifactLocation(artifact(fix.Edits[0].From.File))
		for _, e := range fix.Edits {
			region := sarif.NewRegion().WithStartLine(e.From.Line).WithStartColumn(s.source.UTF16Column(e.From)).
				WithEndLine(e.To.Line).WithEndColumn(s.source.UTF16Column(e.To))
			change.AddReplacement(sarif.NewReplacement().WithDeletedRegion(region).
				WithInsertedContent(sarif.NewArtifactContent().WithText(e.New)))
		}
		out = append(out, sarif.NewFix().WithDescription(sarif.NewTextMessage(fix.Message)).AddArtifactChange(change))
	}
	return out
}
