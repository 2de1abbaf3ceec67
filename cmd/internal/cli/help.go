package cli

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/jwtvet/jwtvet/passes/rule"
	"github.com/jwtvet/jwtvet/passes/suggest"
)

// usage describes the command.
func (s *settings) usage() string {
	var b bytes.Buffer
	b.WriteString("jwtvet finds misuse of JSON Web Tokens in Go code.\n\n" +
		"Usage:\n\tjwtvet [flags] [packages or files]\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "\tjwtvet %-22s%s\n", strings.TrimSpace(c.name+" "+c.args), c.does)
	}
	b.WriteString("\tgo vet -vettool=$(which jwtvet) [packages]\n\n" +
		"It exits with 0 if nothing was found, 3 if something was, and 1 if it could not do its work.\n\nFlags:\n")
	s.flagSet.SetOutput(&b)
	s.flagSet.PrintDefaults()
	s.flagSet.SetOutput(io.Discard)
	b.WriteString("\nRules:\n")
	for _, r := range s.all {
		fmt.Fprintf(&b, "\t%-10s %s\n", r.Name, title(r))
	}
	return b.String()
}

func title(r *rule.Rule) string {
	title, _, _ := strings.Cut(r.Doc, "\n")
	return title
}

// help prints what a rule is about, or the usage.
func (s *settings) help(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stdout, s.usage())
		return ExitClean
	}
	name, _, _ := strings.Cut(args[0], "/") // A category is explained with its rule.
	for _, r := range s.all {
		if r.Name == name {
			fmt.Fprintf(stdout, "%s: %s", r.Name, r.Help())
			return ExitClean
		}
	}
	return fail(stderr, fmt.Errorf("unknown rule %q: %s", args[0], suggest.Instead(args[0], s.names())))
}

// listRules prints a line for each category, at the level it is reported with.
func (s *settings) listRules(stdout io.Writer) int {
	running := make(map[string]bool)
	for _, r := range s.plan.Rules() {
		running[r.Name] = true
	}
	for _, r := range s.all {
		for _, c := range r.Categories {
			level, reported := s.plan.LevelOf(r, c)
			state := level.String()
			if !reported || !running[r.Name] {
				state = "off"
			}
			fmt.Fprintf(stdout, "%-24s %-8s %s\n", c.Name, state, c.Title)
		}
	}
	return ExitClean
}
