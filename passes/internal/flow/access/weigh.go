package access

import (
	"net/http"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
)

// weigh picks the access that counts among those by one ID, and says what is
// wrong with it.
func (c *joined) weigh(acts []Act, method string, id Origin) (Act, Fault, bool) {
	var writes, reads, counts []Act
	met, stamped, own := false, false, false
	for _, a := range acts {
		if a.Kind == data.Inserts && a.Stamps && !anyWord(a.Record.Name, diaryWords) {
			stamped = true
		}
		own = own || a.Met && a.Owned && a.Kind == data.Writes
		switch {
		case a.Counts == data.CountsDeeds, a.Counts != 0 && !changes(a.Kind, method):
		case a.Met:
			met = true
		case a.Unseen || c.meets(a):
			met = true // As far as can be seen.
		case a.Kind == data.Inserts:
		case a.Counts != 0:
			counts = append(counts, a)
		case changes(a.Kind, method):
			writes = append(writes, a)
		default:
			reads = append(reads, a)
		}
	}
	if !own && !stamped {
		writes = append(writes, counts...) // Nobody has done anything of his own that it goes with.
	}
	switch {
	case len(writes) > 0 && (!stamped || method != http.MethodPost):
		// What goes with something of the caller's own that is added is its consequence.
		a := best(writes)
		switch {
		case a.Late:
			return a, Ineffective, true
		case a.Record.Owner != "" || a.Record.Principal || principalParameter(id.Name):
			return a, Write, true
		}
		// Records of a known type without an owner are everybody's, unless they
		// hang on something that is not.
		return a, Weak, a.Record.Name == "" || c.nested(id)
	case met || stamped || len(reads) == 0:
		return Act{}, 0, false
	}
	a := best(reads)
	switch {
	case c.page(reads, id): // What hangs on it is shown with it.
	case a.Late:
		return a, Ineffective, true
	case a.Record.Private != "" || principalParameter(id.Name) && !a.Record.Principal && !c.profile(a):
		return a, Read, true
	}
	return a, Weak, (a.Record.Owner != "" || c.nested(id)) && (method == http.MethodGet || method == "")
}

// page reports whether the route shows a record that is listed for everybody.
func (c *joined) page(reads []Act, id Origin) bool {
	noun := resource(c.path, id.Name)
	return lastParameter(c.path, id.Name) && c.shown.all[noun] &&
		slices.ContainsFunc(reads, func(a Act) bool { return nounOf(a.Record.Name) == noun && a.Record.Private == "" })
}

// profile reports whether what is read by somebody's ID is shown of everybody: who
// follows whom, or records that are listed for all.
func (c *joined) profile(a Act) bool {
	noun := nounOf(a.Record.Name)
	return c.shown.all[noun] || anyWord(noun, followWords) || anyWord(c.path[strings.LastIndexByte(c.path, '/')+1:], followWords)
}

var followWords = &wordSet{text: `follow follows follower followers followee followees following followings followed`}

// diaryWords name records that say who did something, whatever it was.
var diaryWords = &wordSet{text: `log logs audit audits event events history activity activities notification notifications`}

// meets reports whether an access would be met by something that is out of
// view, or by another ID that has met.
func (c *joined) meets(a Act) bool {
	return slices.ContainsFunc(a.MetBy, func(o Origin) bool {
		return o.Source == Operand || c.held[o.Name] || o.Source == Value && !c.names(o.Name)
	})
}

// names reports whether the route acts by a parameter of this name, or could.
func (c *joined) names(parameter string) bool {
	for part := range strings.SplitSeq(c.path, "/") {
		if name := strings.Trim(part, ":{}<>*"); name != part && name == parameter {
			return true
		}
	}
	return false
}

// nested reports whether another ID of the route has been held against the
// identity, so that this one should hang on it.
func (c *joined) nested(id Origin) bool {
	for name := range c.held {
		if name != id.Name {
			return true
		}
	}
	return false
}

// changes reports whether an access of this kind, in a route of this method,
// changes data. What the method promises counts where the name says nothing.
func changes(kind data.Kind, method string) bool {
	switch method {
	case http.MethodGet, http.MethodHead:
		return false
	case http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete:
		return kind == data.Writes || kind == data.Unnamed
	}
	return kind == data.Writes
}

// best is the access with the most evidence.
func best(acts []Act) Act {
	return slices.MaxFunc(acts, func(a, b Act) int { return score(a) - score(b) })
}

func score(a Act) int {
	return 8*boolean(a.Late) + 4*boolean(a.Record.Private != "") + 2*boolean(a.Record.Owner != "") + boolean(a.Record.Name != "")
}
