package access

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
)

// gatherEvidence learns from all accesses of the package which records have an
// owner, and which are kept from others.
func (e *engine) gatherEvidence() {
	for _, fn := range e.funcs {
		if fn.Parent() != nil {
			continue
		}
		u := e.units[fn]
		if u == nil {
			continue
		}
		for _, a := range u.acts {
			e.learnFrom(u, a)
		}
		e.learnStamps(u)
	}
	for _, u := range e.units {
		if u == nil {
			continue
		}
		for _, c := range u.chains {
			e.fillEvidence(c.Acts)
		}
		e.fillEvidence(u.cached.Does.Acts)
		e.fillEvidence(u.cached.Makes.Acts)
		u.acts = nil
	}
}

// fillEvidence adds what the package knows to accesses to the same records.
func (e *engine) fillEvidence(acts []Act) {
	for i := range acts {
		if r, known := &acts[i].Record, e.records[acts[i].Record.Name]; known != nil && !r.Principal {
			r.Owner, r.Private = nonEmpty(r.Owner, known.Owner), nonEmpty(r.Private, known.Private)
		}
	}
}

func (u *unit) findStamps() []stamp {
	var out []stamp
	for base, fields := range u.mem {
		t := u.e.record(base.Type())
		if t == nil {
			continue
		}
		for path, s := range fields {
			if path != "" && s.has(identity) && !auditField(path) {
				out = append(out, stamp{qualified(t), path})
			}
		}
	}
	slices.SortFunc(out, func(a, b stamp) int {
		return cmp.Or(strings.Compare(a.record, b.record), strings.Compare(a.field, b.field))
	})
	return out
}

// stamp is a field of a new record that is set to the caller's identity.
type stamp struct{ record, field string }

// learnStamps notes which records have an owner because one is set.
func (e *engine) learnStamps(u *unit) {
	for _, s := range u.stamps {
		r := e.records[s.record]
		if r == nil {
			r = new(Record)
			e.records[s.record] = r
		}
		if r.Owner == "" {
			r.Owner = "field " + s.field + ", set to the caller"
		}
	}
}

// auditField: who changed a record last is not whose it is.
func auditField(path string) bool {
	return anyWord(path, auditWords)
}

var auditWords = &wordSet{text: `updated modified edited deleted changed reviewed approved last updater editor modifier reviewer email name`}

// returnsList reports whether a unit's function returns a list of records.
func (e *engine) returnsList(u *unit, record string) bool {
	for v := range u.root.Signature.Results().Variables() {
		if _, list := v.Type().Underlying().(*types.Slice); !list {
			continue
		}
		if t := e.record(v.Type()); t != nil && qualified(t) == record {
			return true
		}
	}
	return false
}

// learnFrom notes what one access says about its records.
func (e *engine) learnFrom(u *unit, a *act) {
	if a.Record.Name == "" || a.ID.Source == Identity && a.Kind == data.Reads && marked(u.root.Name(), a.Record.Name) {
		return
	}
	r := e.records[a.Record.Name]
	if r == nil {
		r = new(Record)
		e.records[a.Record.Name] = r
	}
	owner, private := "", a.Record.Private
	if a.ID.Source == Identity && a.Kind == data.Reads && a.Listing != AnyList && private == "" && e.returnsList(u, a.Record.Name) {
		private = u.root.Name() + " returns the caller's own"
	}
	switch {
	case a.ID.Source == Identity && a.Kind != data.Inserts:
		owner = a.Callee + " selects them by the caller's identity"
	case a.ID.Source == Identity, a.Stamps:
		owner = a.Callee + " stamps them with the caller's identity"
	case a.Owned:
		owner = a.Callee + " is guarded"
	case a.ID.Source == Operand && a.ID.Field == "" && ownerName(u.root.Params[a.ID.Index].Name()):
		owner = a.Callee + " selects them by " + u.root.Params[a.ID.Index].Name()
	}
	if private != "" && owner == "" {
		owner = private
	}
	if r.Owner == "" {
		r.Owner = owner
	}
	if r.Private == "" {
		r.Private = private
	}
}
