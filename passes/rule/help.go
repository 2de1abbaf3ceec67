package rule

import (
	"fmt"
	"strings"
)

// Help is the page about a rule, in Markdown without a heading: what it
// reports and why, each category with its sources, the shortest bad code and
// its correction, how to fix a finding and how to silence one. The README, the
// command's help and SARIF's rule help all show this text.
func (r *Rule) Help() string {
	var b strings.Builder
	b.WriteString(r.Doc + "\n\n")
	for _, c := range r.Categories {
		fmt.Fprintf(&b, "- `%s` (%s): %s. %s, %s\n", c.Name, c.Level, c.Title, c.RFC, strings.Join(c.CWE, ", "))
	}
	if !r.Default {
		fmt.Fprintf(&b, "\nIt runs only where it is named: `-%s`, or `rules: {%s: {enabled: true}}` in `.jwtvet.yml`.\n", r.Name, r.Name)
	}
	fmt.Fprintf(&b, "\nReported:\n\n```go\n%s\n```\n\nBetter:\n\n```go\n%s\n```\n", r.Bad, r.Good)
	fmt.Fprintf(&b, "\nTo fix it: %s.\n", r.Fix)
	fmt.Fprintf(&b, "\nTo silence a finding: `//jwtvet:ignore %s reason` on its line or the one above. "+
		"To silence a category: `rules: {%s: {levels: {%s: \"off\"}}}` in `.jwtvet.yml`.\n", r.Name, r.Name, r.slug())
	return b.String()
}

// slug is the first category without the rule's name.
func (r *Rule) slug() string {
	if len(r.Categories) == 0 {
		return "default"
	}
	return strings.TrimPrefix(r.Categories[0].Name, r.Name+"/")
}
