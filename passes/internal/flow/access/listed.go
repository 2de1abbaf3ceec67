package access

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// That one route lists the caller's own records keeps them from others, unless
// another lists them for everybody. Of a list behind an interface whose
// implementation is out of view only names tell whether the caller selects it:
// it may as well say which of all records the caller likes.

// Listing is how an access that goes through an interface lists records.
type Listing int

const (
	// OwnList: as the method's name says, those of whom it is given.
	OwnList Listing = iota + 1
	// AnyList: nothing tells that who is given selects them.
	AnyList
)

// listedHere is the type of record that a call lists behind an interface; nil
// if it does not.
func (e *engine) listedHere(call ssa.CallInstruction, fn *types.Func, kind data.Kind) types.Type {
	if !isAbstract(fn) || kind != data.Reads || !sameModule(e.pass, fn.Pkg()) {
		return nil
	}
	for v := range call.Common().Signature().Results().Variables() {
		if _, list := deref(v.Type()).Underlying().(*types.Slice); list {
			return e.record(v.Type())
		}
	}
	return nil
}

// listed notes a list of records that is made behind an interface: for everybody
// if what it is made by has nothing to do with the caller or an ID, and for
// whom nobody knows if the caller goes in and no name says as what.
func (u *unit) listed(call ssa.CallInstruction, fn *types.Func, a *Act) {
	t := u.e.listedHere(call, fn, a.Kind)
	if t == nil {
		return
	}
	_, args := ssax.Args(call.Common())
	knows := u.e.hasIdentityCarrier(call.Common())
	for i, arg := range args {
		s := u.deep(arg)
		if s.has(identity) && i < fn.Signature().Params().Len() {
			a.Listing = AnyList
			if saysWhose(fn.Name(), fn.Signature().Params().At(i).Name()) {
				a.Listing = OwnList
			}
		}
		knows = knows || !s.and(u.ids().with(identity).with(role)).empty()
	}
	if scope := u.scopes[call.Parent()]; !knows && (scope != 0 || u.e.answers(u.root)) {
		u.lists[scope] = append(u.lists[scope], qualified(t))
	}
}

// saysWhose reports whether a method's name tells that it lists by whom a
// parameter names: OrdersByUser(id), ListDoctorVisits(doctorID), ListMine(id).
func saysWhose(method, parameter string) bool {
	about := data.Words(parameter)
	return slices.ContainsFunc(data.Words(method), func(w string) bool {
		return whoseWords.has(w) || w != "id" && slices.Contains(about, singular(w))
	})
}

var whoseWords = &wordSet{text: `by for of my mine own owned owner user users account customer member tenant`}

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
			for _, name := range l.Lists {
				out.all[nounOf(name)] = true
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

// has reports whether what an access behind an interface does for the caller
// says nothing about whether others may read such records. Next to a list of
// all, which may be meant for few, a list of the caller's own does say it.
func (s shown) has(a *Act) bool {
	noun := nounOf(a.Record.Name)
	return a.Through.Method != "" && (a.Listing == AnyList || s.marked[noun] || s.all[noun] && a.Listing != OwnList)
}
