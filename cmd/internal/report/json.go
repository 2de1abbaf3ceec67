package report

import (
	"encoding/json"
	"io"

	"github.com/jwtvet/jwtvet/cmd/internal/finding"
)

// jsonVersion changes when a field is removed or changes its meaning; new
// fields do not change it.
const jsonVersion = 1

// jsonLog is the document that -format=json prints.
type jsonLog struct {
	Version  int           `json:"version"`
	Findings []jsonFinding `json:"findings"` // sorted by file, line and column
}

// jsonFinding is one finding.
type jsonFinding struct {
	Rule        string     `json:"rule"`        // "jwtalg"
	Category    string     `json:"category"`    // "jwtalg/unpinned"
	Level       string     `json:"level"`       // "note", "warning" or "error"
	Message     string     `json:"message"`     // one line
	Start       jsonPlace  `json:"start"`       // first character
	End         jsonPlace  `json:"end"`         // behind the last one; as start if unknown
	Steps       []jsonStep `json:"steps"`       // the flow that makes it true, source first
	CWE         []string   `json:"cwe"`         // "CWE-347"
	URL         string     `json:"url"`         // of the rule's description
	Fingerprint string     `json:"fingerprint"` // the same after lines above have moved
}

// jsonPlace is a position; File is relative to the working directory if it
// lies below, Line and Column count from 1, Column in bytes.
type jsonPlace struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

type jsonStep struct {
	jsonPlace
	Phrase string `json:"phrase"`
}

// JSON prints findings for programs.
func JSON(w io.Writer, findings []finding.Finding) error {
	log := jsonLog{Version: jsonVersion, Findings: []jsonFinding{}}
	for _, f := range findings {
		out := jsonFinding{
			Rule: f.Rule.Name, Category: f.Category.Name, Level: f.Category.Level.String(), Message: f.Message,
			Start: jsonPlace(f.Start), End: jsonPlace(f.End), Steps: []jsonStep{},
			CWE: f.Category.CWE, URL: f.Rule.URL, Fingerprint: f.Fingerprint,
		}
		for _, s := range f.Steps {
			out.Steps = append(out.Steps, jsonStep{jsonPlace(s.Place), s.Phrase})
		}
		log.Findings = append(log.Findings, out)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(log)
}
