package access

import (
	"slices"
	"strings"
)

// shown are the nouns that routes show to whoever has a token.
type shown struct {
	all    map[string]bool // without a word of who calls
	marked map[string]bool // with something of the caller's, as it seems
}

// listedForAll looks for lists that need neither a role nor an ID.
func (e *engine) listedForAll(routes []route) shown {
	out := shown{make(map[string]bool), make(map[string]bool)}
	for i := range routes {
		r := &routes[i]
		if !r.reads() || strings.ContainsAny(r.fullPath(), ":{*<") || slices.ContainsFunc(r.links(), func(l link) bool { return asksFor(l) != "" }) {
			continue
		}
		for _, l := range r.handler {
			for _, one := range l.Lists {
				if len(one.By) == 0 {
					out.all[nounOf(one.Record)] = true
				}
			}
			for _, a := range l.Acts {
				if a.Listing == AnyList && a.ID.Source == Identity {
					out.marked[nounOf(a.Record.Name)] = true
				}
			}
		}
	}
	return out
}

// has reports whether what an access does for the caller says nothing about
// whether others may read such records. Next to a list of all, which may be
// meant for few, a list of the caller's own does say it.
func (s shown) has(a *Act) bool {
	noun := nounOf(a.Record.Name)
	if a.Listing == AnyList || s.marked[noun] && a.Through.Method != "" {
		return true
	}
	return s.all[noun] && (a.Listing != OwnList || a.ID.Source != Identity)
}
