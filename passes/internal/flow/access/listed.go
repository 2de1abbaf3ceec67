package access

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// That one route lists the caller's own records keeps them from others, unless
// another lists them for everybody: then that some may do more with them says
// nothing about reading. Of a list behind an interface whose implementation is
// out of view only names tell whether the caller selects it: it may as well say
// which of all records the caller likes.

// Listing is how an access that is made for the caller lists records.
type Listing int

const (
	// OwnList: those of whom it is given, as the method's name says or the query does.
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

// listed notes a list of records: for everybody if what it is made by has nothing
// to do with the caller or an ID, and for whom nobody knows if the caller goes
// in behind an interface and no name says as what.
func (u *unit) listed(call ssa.CallInstruction, fn *types.Func, a *Act, store bool) {
	if store {
		if a.Kind == data.Reads && a.Record.Name != "" && listsAll(call) {
			a.Listing = OwnList
			u.list(call, a.Record.Name, u.keys(call, fn, a.Kind))
		}
		return
	}
	t := u.e.listedHere(call, fn, a.Kind)
	if t == nil {
		return
	}
	_, args := ssax.Args(call.Common())
	var by set
	for i, arg := range args {
		s := u.deep(arg)
		if s.has(identity) && i < fn.Signature().Params().Len() {
			a.Listing = AnyList
			if saysWhose(fn.Name(), fn.Signature().Params().At(i).Name()) {
				a.Listing = OwnList
			}
		}
		by = by.or(s)
	}
	if !u.e.hasIdentityCarrier(call.Common()) {
		u.list(call, qualified(t), by)
	}
}

// list notes a list, unless the caller or an ID selects it.
func (u *unit) list(call ssa.CallInstruction, record string, by set) {
	l := Listed{Record: record}
	mine := false
	by.members(func(i int) {
		switch o := u.origins[i]; o.Source {
		case Operand:
			if !u.isHandle(o) && !u.e.isService(u.root.Params[o.Index].Type(), 0) {
				l.By = append(l.By, o)
			}
		case Stored:
		default:
			mine = true
		}
	})
	if scope := u.scopes[call.Parent()]; !mine {
		slices.SortFunc(l.By, compareOrigins)
		u.lists[scope] = append(u.lists[scope], l)
	}
}

// liftLists makes lists of a callee's the caller's own.
func (u *unit) liftLists(call ssa.CallInstruction, fact *FuncFact) {
	for _, l := range fact.Does.Lists {
		u.list(call, l.Record, u.allAt(call, l.By))
	}
}

// maxLists bounds a fact.
const maxLists = 20

func distinctLists(lists []Listed) []Listed {
	slices.SortFunc(lists, func(a, b Listed) int {
		return cmp.Or(strings.Compare(a.Record, b.Record), slices.CompareFunc(a.By, b.By, compareOrigins))
	})
	lists = slices.CompactFunc(lists, func(a, b Listed) bool { return a.Record == b.Record && slices.Equal(a.By, b.By) })
	return lists[:min(len(lists), maxLists)]
}

// listsAll reports whether a store returns several records, as what it fills or
// its name says.
func listsAll(call ssa.CallInstruction) bool {
	_, args := ssax.Args(call.Common())
	for _, a := range args {
		if p, ok := unwrapped(a).Type().Underlying().(*types.Pointer); ok {
			if _, list := p.Elem().Underlying().(*types.Slice); list {
				return true
			}
		}
	}
	for v := range call.Common().Signature().Results().Variables() {
		if data.Several(typeName(v.Type())) {
			return true
		}
	}
	return false
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
