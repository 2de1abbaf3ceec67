// Package report prints findings: one function for each format, all of the
// same record.
package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/fatih/color"

	"github.com/jwtvet/jwtvet/cmd/internal/finding"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// Text prints findings for people: a line each, and the numbered steps of the
// flow below it. On a terminal the level has a colour, and the category leads to
// the rule's description.
func Text(w io.Writer, findings []finding.Finding, terminal bool) error {
	out := bufio.NewWriter(w)
	paint := palette(terminal)
	for _, f := range findings {
		name := f.Category.Name
		if terminal {
			name = link(name, f.Rule.URL)
		}
		fmt.Fprintf(out, "%s: %s: %s (%s)\n", f.Start, paint[f.Category.Level](f.Category.Level), f.Message, name)
		for i, s := range f.Steps {
			fmt.Fprintf(out, "    #%d %s: %s\n", i+1, s.Place, s.Phrase)
		}
	}
	return out.Flush()
}

// link is a text that terminals which know hyperlinks (OSC 8) open on a click;
// others show the text alone.
func link(text, url string) string { return "\x1b]8;;" + url + "\x1b\\" + text + "\x1b]8;;\x1b\\" }

func palette(colour bool) map[rule.Level]func(...any) string {
	paint := make(map[rule.Level]func(...any) string)
	for level, attr := range map[rule.Level]color.Attribute{
		rule.Note: color.FgCyan, rule.Warning: color.FgYellow, rule.Error: color.FgRed,
	} {
		c := color.New(attr)
		if colour {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		paint[level] = c.SprintFunc()
	}
	return paint
}
