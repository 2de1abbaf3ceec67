package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/jwtvet/jwtvet/cmd/internal/finding"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// summary ends a run: how much was found, and what to do next. It is for
// people, so only the text format has it.
func (s *settings) summary(w io.Writer, findings []finding.Finding, hidden int) {
	if s.quiet || s.format != "text" || len(findings)+hidden == 0 {
		return
	}
	known := ""
	if hidden > 0 {
		known = fmt.Sprintf("; %d more in %s", hidden, s.baseline)
	}
	if len(findings) == 0 {
		fmt.Fprintf(w, "jwtvet: nothing new%s\n", known)
		return
	}
	fmt.Fprintf(w, "jwtvet: %s (%s)%s\n", count(len(findings), "finding"), perLevel(findings), known)
	fmt.Fprintf(w, "jwtvet: what to do: jwtvet help %s; one place: //jwtvet:ignore <rule> <reason>; old code: -write-baseline <file>\n", findings[0].Rule.Name)
}

// perLevel counts findings by level, the worst first.
func perLevel(findings []finding.Finding) string {
	var parts []string
	for _, level := range []rule.Level{rule.Error, rule.Warning, rule.Note} {
		n := 0
		for _, f := range findings {
			if f.Category.Level == level {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, count(n, level.String()))
		}
	}
	return strings.Join(parts, ", ")
}

func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
