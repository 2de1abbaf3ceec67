package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/internal/finding"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// GitHub prints findings as workflow commands, which GitHub Actions turns into
// annotations of the lines in question. File names are relative to base, which
// should be the root of the repository.
//
// An annotation has no place for related positions, so the steps of the flow
// are further lines of its message. GitHub refuses columns where an annotation
// spans lines. It shows ten errors and ten warnings of a job's step; the log has all.
func GitHub(w io.Writer, findings []finding.Finding, base string) error {
	out := bufio.NewWriter(w)
	source := finding.NewSource(base)
	for _, f := range findings {
		fmt.Fprintf(out, "::%s file=%s,line=%d,endLine=%d", githubCommand(f.Category.Level), githubProperty.Replace(f.Start.File), f.Start.Line, f.End.Line)
		if f.Start.Line == f.End.Line {
			fmt.Fprintf(out, ",col=%d,endColumn=%d", source.UTF16Column(f.Start), source.UTF16Column(f.End))
		}
		message := f.Message
		for i, s := range f.Steps {
			message += fmt.Sprintf("\n#%d %s: %s", i+1, s.Place, s.Phrase)
		}
		fmt.Fprintf(out, ",title=%s::%s\n", githubProperty.Replace(f.Category.Name), githubData.Replace(message))
	}
	return out.Flush()
}

// githubCommand is the command for a level; GitHub's lowest is called notice.
func githubCommand(l rule.Level) string {
	if l == rule.Note {
		return "notice"
	}
	return l.String()
}

// What a command's message and, in addition, its properties have to escape.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
