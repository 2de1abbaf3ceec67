package access

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
)

// nouns are the records that the routes of a package are about, by what they
// are called: "order", "order item".
type nouns struct {
	known map[string]Record
	own   map[string]bool // that a route lists for whose they are
}

// nouns gathers what all routes say about records, for those that say nothing
// themselves: DELETE /orders/:id is about what GET /orders/:id returns.
func (e *engine) nouns(routes []route, forAll shown) nouns {
	out := nouns{make(map[string]Record), make(map[string]bool)}
	learn := func(r Record) {
		noun := nounOf(r.Name)
		if noun == "" || r.Owner == "" && r.Private == "" {
			return
		}
		old, ok := out.known[noun]
		if !ok {
			old = Record{Name: r.Name}
		}
		if old.Owner == "" {
			old.Owner = r.Owner
		}
		if old.Private == "" {
			old.Private = r.Private
		}
		out.known[noun] = old
	}
	for i := range routes {
		checked := held(routes[i].links())
		for _, l := range routes[i].handler {
			for _, a := range l.Acts {
				r := a.Record
				shown := forAll.has(&a)
				if a.Owned && !shown && a.Kind == data.Reads && routes[i].reads() && r.Private == "" && r.Name != "" && !r.Principal {
					r.Private = a.Callee + " is guarded"
					r.Owner = nonEmpty(r.Owner, r.Private)
				}
				if parent := checked[a.ID.Name]; parent && !shown && a.ID.Source == ID && routes[i].listsBy(a.ID.Name) && !routes[i].names(&a) && r.Name != "" && !r.Principal {
					r.Private = nonEmpty(r.Private, routes[i].String()+" lists them by "+a.ID.Name+", which is checked")
					r.Owner = nonEmpty(r.Owner, r.Private)
				}
				if a.ID.Source == Identity && !shown && routes[i].reads() && r.Name != "" && !r.Principal && routes[i].returnsOwn(r.Name) {
					r.Private = nonEmpty(r.Private, routes[i].String()+" returns the caller's own")
					r.Owner = nonEmpty(r.Owner, r.Private)
					out.own[nounOf(r.Name)] = out.own[nounOf(r.Name)] || a.Listing == OwnList
				}
				learn(r)
			}
		}
	}
	for name, r := range e.records {
		one := *r
		one.Name = name
		learn(one)
	}
	return out
}

// listsBy reports whether the route returns what belongs to a parameter: its
// path goes on behind it, and ends without another.
func (r *route) listsBy(parameter string) bool {
	path := r.fullPath()
	return r.reads() && hasParameter(path, parameter) && !lastParameter(path, parameter) &&
		!strings.ContainsAny(path[strings.LastIndex(path, "/")+1:], ":{*<")
}

// names reports whether an access is to the record that its parameter names in the
// path, rather than to something that hangs on it.
func (r *route) names(a *Act) bool {
	return nounOf(a.Record.Name) == resource(r.fullPath(), a.ID.Name)
}

// reads reports whether the route only returns something.
func (r *route) reads() bool { return r.method == http.MethodGet || r.method == http.MethodHead }

func nonEmpty(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// complete fills in what other routes know of the records that this one is about.
func (n nouns) complete(r *route, c *joined) {
	for i := range c.Acts {
		a := &c.Acts[i]
		if a.Record.Principal {
			continue
		}
		noun := nounOf(a.Record.Name)
		if noun == "" {
			noun = resource(r.fullPath(), a.ID.Name)
		}
		if a.Record.Name == "" && principalType(noun) && lastParameter(r.fullPath(), a.ID.Name) {
			a.Record.Name, a.Record.Principal = noun, true
			continue
		}
		if of := resource(r.fullPath(), a.ID.Name); n.own[of] && anyWord(of, talkWords) && a.ID.Source == ID && r.listsBy(a.ID.Name) && !r.names(a) && !c.shown.all[noun] {
			a.Record.Private = nonEmpty(a.Record.Private, "each hangs on one "+of+", and "+n.known[of].Private)
		}
		known, ok := n.of(noun, a.Record.Name != "", c.shown)
		if !ok {
			continue
		}
		a.Record.Name = nonEmpty(a.Record.Name, known.Name)
		a.Record.Owner = nonEmpty(a.Record.Owner, known.Owner)
		a.Record.Private = nonEmpty(a.Record.Private, known.Private)
	}
}

// talkWords name what is said between few: what hangs on it is as private.
var talkWords = &wordSet{text: `chat conversation message inbox`}

// endingIn is the only record whose name ends in a word; false if there are several.
func (n nouns) endingIn(word string) (Record, bool) {
	var found []Record
	for noun, r := range n.known {
		if noun == word || strings.HasSuffix(noun, " "+word) {
			found = append(found, r)
		}
	}
	if len(found) != 1 {
		return Record{}, false
	}
	return found[0], true
}

// of is what is known of records that are called so. Of those of which only a
// route's path tells, one with another first word may do; of others, only the
// evidence is taken of records of the same kind.
func (n nouns) of(noun string, typed bool, shown shown) (Record, bool) {
	known, ok := n.known[noun]
	if !ok && !typed {
		return n.endingIn(lastWord(noun))
	}
	if like, found := n.alike(noun); found && known.Private == "" && !shown.all[noun] {
		return Record{Name: known.Name, Owner: nonEmpty(known.Owner, like.Owner), Private: like.Private}, true
	}
	return known, ok
}

// alike is a record of the same kind: the likes of articles are as those of
// comments. What a like is of is another matter.
func (n nouns) alike(noun string) (Record, bool) {
	if !strings.Contains(noun, " ") {
		return Record{}, false
	}
	var out Record
	for _, other := range slices.Sorted(maps.Keys(n.known)) {
		if r := n.known[other]; strings.HasSuffix(other, " "+lastWord(noun)) && (out.Name == "" || out.Private == "" && r.Private != "") {
			out = r
		}
	}
	return out, out.Name != ""
}

// resource is what stands before a parameter in a route's path, in the
// singular: the order of /orders/:id.
func resource(path, parameter string) string {
	parts := strings.Split(path, "/")
	i := slices.IndexFunc(parts, func(p string) bool {
		return parameterName(p) == parameter && parameter != p
	})
	if i < 1 {
		return ""
	}
	return nounOf(parts[i-1])
}

// lastParameter reports whether a route's path ends with a parameter, so that
// it is about what that names, and not about something of its own.
func lastParameter(path, parameter string) bool {
	path = strings.TrimRight(path, "/")
	return strings.HasSuffix(strings.TrimRight(path, "}>"), parameter) || parameterName(path[strings.LastIndexByte(path, '/')+1:]) == parameter
}

// parameterName is the name in a part of a route's path, without what says
// that it is a parameter and of what type: the id of ":id:int".
func parameterName(part string) string {
	name := strings.TrimLeft(part, ":{*<")
	if end := strings.IndexAny(name, ":(}>"); end > 0 {
		name = name[:end]
	}
	return name
}

func lastWord(name string) string {
	words := data.Words(name[strings.LastIndexAny(name, "./")+1:])
	if len(words) == 0 {
		return ""
	}
	return singular(words[len(words)-1])
}

// nounOf is what a record is called, in the singular and without what says that
// it is a record: OrderItemModel and the table order_items are an "order item".
func nounOf(name string) string {
	words := data.Words(name[strings.LastIndexAny(name, "./ ")+1:])
	answer := len(words) > 1 && (words[0] == "response" || words[0] == "resp")
	if answer {
		words = words[1:]
	}
	for len(words) > 1 && (recordWords.has(words[len(words)-1]) || answer && words[len(words)-1] == "details") {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return ""
	}
	words[len(words)-1] = singular(words[len(words)-1])
	return strings.Join(words, " ")
}

var recordWords = &wordSet{text: `model models entity entities dto record row schema doc document table tbl db po do vo response resp view info
	summary`}

func singular(word string) string {
	switch {
	case strings.HasSuffix(word, "ies") && len(word) > 4:
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "sses"), strings.HasSuffix(word, "xes"):
		return word[:len(word)-2]
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		return word[:len(word)-1]
	}
	return word
}
