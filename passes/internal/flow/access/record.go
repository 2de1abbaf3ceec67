package access

import (
	"cmp"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// kindOf tells what a call without a summary does to data, and whether it is a
// store's own function rather than something behind an interface.
func (e *engine) kindOf(call ssa.CallInstruction, fn *types.Func) (kind data.Kind, store bool) {
	_, args := ssax.Args(call.Common())
	if fn.Pkg() == nil {
		return data.Nothing, false
	}
	ours := sameModule(e.pass, fn.Pkg())
	role := data.Of(fn.Pkg().Path())
	if stmt, _, ok := statement(args); ok && (ours || role == data.Keeps) {
		return stmt.Kind, true
	}
	switch {
	case role == data.Keeps && isOutcome(fn):
		return data.Nothing, true
	case role == data.Keeps:
		if kind := data.KindOf(fn.Name()); kind != data.Unnamed {
			return kind, true
		}
		return data.Builds, true
	case fn.Pkg().Path() == "os" && fn.Signature().Recv() == nil:
		return fileKind(fn.Name()), true
	case ours && (isAbstract(fn) || !e.known(fn)):
		if e.sideline(fn) {
			return data.Nothing, false
		}
		return data.KindOf(fn.Name()), false
	case isAbstract(fn) && remote(fn):
		return data.KindOf(fn.Name()), false
	}
	return data.Nothing, false
}

// isOutcome reports whether a method belongs to what an access has returned:
// rows to be read, a document to be decoded.
func isOutcome(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && outcomes[typeName(recv.Type())]
}

var outcomes = map[string]bool{"Row": true, "Rows": true, "SingleResult": true, "Cursor": true, "BatchResults": true, "CommandTag": true, "Result": true}

// fileKind: files are records too, where a name is made of an ID.
func fileKind(name string) data.Kind {
	switch name {
	case "Open", "OpenFile", "ReadFile", "ReadDir":
		return data.Reads
	case "Create", "Remove", "RemoveAll", "Rename", "WriteFile", "Truncate":
		return data.Writes
	}
	return data.Nothing
}

// remote reports whether a method is a generated client's.
func remote(fn *types.Func) bool {
	sig := fn.Signature()
	if !sig.Variadic() {
		return false
	}
	last := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice).Elem()
	named, ok := types.Unalias(last).(*types.Named)
	return ok && named.Obj().Name() == "CallOption"
}

// sideline reports whether a method belongs to something that is no store: a
// log, a cache, a queue.
func (e *engine) sideline(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return true // A function of a package that is not imported: pure, as far as can be told.
	}
	return anyWord(typeName(recv.Type()), sidelineWords)
}

var sidelineWords = wordSet(`log logger cache cacher publisher producer bus event events metrics mailer mail validator notifier tracer queue
	hub limiter token tokens encoder encrypter hasher worker scheduler dispatcher broadcaster localizer translator renderer presenter`)

// describe completes what is known of the records that an access is about.
func (e *engine) describe(a *Act, u *unit, call ssa.CallInstruction, fn *types.Func) {
	r := &a.Record
	for _, t := range e.recordTypes(call, fn) {
		if one := recordOf(t); r.Name == "" || r.Owner == "" && one.Owner != "" {
			r.Name, r.Owner, r.Principal = one.Name, one.Owner, one.Principal
		}
	}
	if r.Name == "" {
		_, args := ssax.Args(call.Common())
		if stmt, _, ok := statement(args); ok {
			r.Name = "table " + stmt.Table
			r.Principal = principalType(stmt.Table)
			if stmt.Owned() && !r.Principal {
				r.Owner = "its owner's column"
			}
		}
	}
	if r.Principal {
		r.Owner = ""
	}
}

// recordOf is what a record's type tells.
func recordOf(t types.Type) Record {
	r := Record{Name: qualified(t), Owner: ownerField(t), Principal: principalType(typeName(t))}
	if r.Principal {
		r.Owner = ""
	}
	return r
}

// recordTypes lists the struct types that a call could be about, the likeliest
// first: what it returns or fills, what it is given, what its receiver's other
// methods are about.
func (e *engine) recordTypes(call ssa.CallInstruction, fn *types.Func) []types.Type {
	var out []types.Type
	add := func(t types.Type) {
		if t = e.record(t); t != nil && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	sig := call.Common().Signature()
	for v := range sig.Results().Variables() {
		add(v.Type())
	}
	recv, args := ssax.Args(call.Common())
	for _, a := range args {
		add(unwrapped(a).Type())
		if slice, ok := a.(*ssa.Slice); ok {
			for _, elem := range elements(slice) {
				add(unwrapped(elem).Type())
			}
		}
	}
	for depth := 0; recv != nil && depth < 8; depth++ {
		prev, ok := recv.(*ssa.Call)
		if !ok {
			break
		}
		var earlier []ssa.Value
		recv, earlier = ssax.Args(prev.Common())
		for _, a := range earlier {
			add(unwrapped(a).Type())
		}
	}
	if len(out) == 0 {
		outcomeTypes(call, add)
	}
	if len(out) == 0 {
		for _, t := range e.siblingTypes(fn) {
			add(t)
		}
	}
	return out
}

// outcomeTypes adds the types that what an access returns is read into:
// Decode(&order), Scan(&order.ID, &order.Item).
func outcomeTypes(call ssa.CallInstruction, add func(types.Type)) {
	v, ok := call.(*ssa.Call)
	if !ok || v.Referrers() == nil {
		return
	}
	refs := *v.Referrers()
	for _, ref := range refs {
		if ex, ok := ref.(*ssa.Extract); ok && ex.Index == 0 {
			refs = append(refs, *ex.Referrers()...)
		}
	}
	for _, ref := range refs {
		c, ok := ref.(*ssa.Call)
		if !ok {
			continue
		}
		_, args := ssax.Args(c.Common())
		for _, a := range args {
			vals := []ssa.Value{a}
			if slice, ok := a.(*ssa.Slice); ok {
				vals = elements(slice)
			}
			for _, val := range vals {
				val = unwrapped(val)
				if fa, ok := val.(*ssa.FieldAddr); ok {
					val = fa.X
				}
				add(val.Type())
			}
		}
	}
}

func unwrapped(v ssa.Value) ssa.Value {
	if mi, ok := v.(*ssa.MakeInterface); ok {
		return mi.X
	}
	return v
}

// siblingTypes lists the records that the other methods of a function's
// receiver return or take, if they agree with the function's or the receiver's name.
func (e *engine) siblingTypes(fn *types.Func) []types.Type {
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil
	}
	about := append(data.Words(fn.Name()), data.Words(typeName(recv.Type()))...)
	var matching, all []types.Type
	ms := types.NewMethodSet(recv.Type())
	for sel := range ms.Methods() {
		if sig, ok := sel.Type().(*types.Signature); ok && handles(sig) {
			return nil // What a handler's helpers are about, the next one's need not be.
		}
	}
	for sel := range ms.Methods() {
		sig, ok := sel.Type().(*types.Signature)
		if !ok {
			continue
		}
		for _, tuple := range []*types.Tuple{sig.Results(), sig.Params()} {
			for v := range tuple.Variables() {
				t := e.record(v.Type())
				if t == nil || slices.Contains(all, t) {
					continue
				}
				all = append(all, t)
				if shareWord(about, data.Words(typeName(t))) {
					matching = append(matching, t)
				}
			}
		}
	}
	if len(matching) == 0 && len(all) == 1 {
		return all
	}
	return matching
}

// handles reports whether a function is given a request.
func handles(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if carriesRequest(p.Type()) {
			return true
		}
	}
	return false
}

func shareWord(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool {
		return slices.ContainsFunc(b, func(v string) bool {
			return w == v || strings.TrimSuffix(w, "s") == strings.TrimSuffix(v, "s")
		})
	})
}

// record returns the struct type behind t, through pointers, slices and type
// arguments, if values of it may be records; nil otherwise.
func (e *engine) record(t types.Type) types.Type {
	for range 4 {
		switch x := types.Unalias(t).(type) {
		case *types.Pointer:
			t = x.Elem()
		case *types.Slice:
			t = x.Elem()
		case *types.Named:
			if args := x.TypeArgs(); args != nil && args.Len() > 0 {
				t = args.At(0)
				continue
			}
			if looksLikeRecord(x) && !e.isClaims(x) {
				return x
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// looksLikeRecord reports whether a named type is a struct with a column, a
// document field or an ID, and no service or library type.
func looksLikeRecord(n *types.Named) bool {
	s, ok := n.Underlying().(*types.Struct)
	if !ok || inert(n) || n.Obj().Pkg() == nil || standard(n.Obj().Pkg().Path()) {
		return false
	}
	for i := range s.NumFields() {
		f := s.Field(i)
		if f.Name() == "ID" || f.Name() == "Id" || f.Embedded() && ssax.StructOf(f.Type()) != nil {
			return true
		}
		tag := reflect.StructTag(s.Tag(i))
		for _, key := range []string{"gorm", "db", "bson", "bun", "xorm", "pg", "json"} {
			if tag.Get(key) != "" {
				return true
			}
		}
	}
	return false
}

// standard reports whether a path is the standard library's, as far as it
// matters here: none of its packages with structs that look like records is at the top.
func standard(path string) bool {
	first, _, below := strings.Cut(path, "/")
	return below && !strings.Contains(first, ".") && stdRoots[first]
}

var stdRoots = wordSet(`archive compress container crypto database debug encoding go hash html image index internal io log math mime
	net os path runtime sync testing text time unicode`)

// ownerField tells which field of a record names its owner.
func ownerField(t types.Type) string {
	s := ssax.StructOf(t)
	if s == nil {
		return ""
	}
	for f := range s.Fields() {
		if f.Embedded() {
			if inner := ownerField(f.Type()); inner != "" {
				return inner
			}
			continue
		}
		if ownerName(f.Name()) {
			return "field " + f.Name()
		}
	}
	return ""
}

func typeName(t types.Type) string {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok {
		return named.Obj().Name()
	}
	return ""
}

func qualified(t types.Type) string { return types.TypeString(t, nil) }

// calleeName is a function's name with its receiver's type, for messages.
func calleeName(fn *types.Func) string {
	if recv := fn.Signature().Recv(); recv != nil {
		if name := typeName(recv.Type()); name != "" {
			return name + "." + fn.Name()
		}
		return fn.Name()
	}
	if fn.Pkg() != nil {
		return fn.Pkg().Name() + "." + fn.Name()
	}
	return fn.Name()
}

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

// stamp is a field of a new record that is set to the caller's identity.
type stamp struct{ record, field string }

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

var auditWords = wordSet(`updated modified edited deleted changed reviewed approved last updater editor modifier reviewer email name`)

// learnFrom notes what one access says about its records.
func (e *engine) learnFrom(u *unit, a *act) {
	if a.Record.Name == "" {
		return
	}
	r := e.records[a.Record.Name]
	if r == nil {
		r = new(Record)
		e.records[a.Record.Name] = r
	}
	owner, private := "", a.Record.Private
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
