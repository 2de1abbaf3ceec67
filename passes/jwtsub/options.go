package jwtsub

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/flow/access"
)

// register defines the flags by which a project tells the rule about itself.
func register(a *analysis.Analyzer, opts *access.Options) {
	a.Flags.Var(places{&opts.From}, "from", "comma-separated parts of the request whose IDs count: path, query, body, message (default path)")
	a.Flags.Var(names{&opts.Public}, "public", "comma-separated path parameters and record types that belong to nobody")
	a.Flags.Var(names{&opts.Authorizers}, "authorizers", "comma-separated functions that decide what the caller may do: Check, Policy.Check")
	a.Flags.Var(names{&opts.Identities}, "identities", "comma-separated functions that return who the caller is: Me, Session.User")
	a.Flags.Var(names{&opts.Roles}, "roles", "comma-separated names of privileged roles beside the usual ones")
}

// names is a list of names as a flag.
type names struct{ list *[]string }

// String returns the list as it is set.
func (n names) String() string {
	if n.list == nil {
		return ""
	}
	return strings.Join(*n.list, ",")
}

// Set replaces the list. An empty name is an error.
func (n names) Set(s string) error {
	var out []string
	for _, name := range strings.Split(s, ",") {
		name = strings.TrimSpace(name)
		if name == "" {
			return fmt.Errorf("an empty name in %q", s)
		}
		out = append(out, name)
	}
	*n.list = out
	return nil
}

// places is a list of parts of the request as a flag.
type places struct{ list *[]access.Place }

// String returns the list as it is set.
func (p places) String() string {
	if p.list == nil {
		return ""
	}
	var out []string
	for _, place := range *p.list {
		out = append(out, string(place))
	}
	return strings.Join(out, ",")
}

// Set replaces the list. Any other word than a place's name is an error.
func (p places) Set(s string) error {
	var out []access.Place
	for _, word := range strings.Split(s, ",") {
		place := access.Place(strings.TrimSpace(word))
		if !slices.Contains([]access.Place{access.Path, access.Query, access.Body, access.Message}, place) {
			return fmt.Errorf("%q is no part of a request: use path, query, body or message", word)
		}
		out = append(out, place)
	}
	*p.list = out
	return nil
}
