package access

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

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
	if recv != nil && data.Links(fn) {
		args = nil // It is about what the others hang on.
	}
	for _, a := range args {
		add(unwrapped(a).Type())
		if slice, ok := a.(*ssa.Slice); ok {
			for _, elem := range ssax.Elements(slice) {
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
				vals = ssax.Elements(slice)
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
	return answer(e.siblings, fn, func() []types.Type { return e.typesBeside(fn) })
}

func (e *engine) typesBeside(fn *types.Func) []types.Type {
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil
	}
	all := e.methodTypes(recv.Type())
	about := append(data.Words(fn.Name()), data.Words(typeName(recv.Type()))...)
	var matching []types.Type
	for _, t := range all {
		if shareWord(about, data.Words(typeName(t))) {
			matching = append(matching, t)
		}
	}
	if len(matching) == 0 && len(all) == 1 {
		return all
	}
	return matching
}

// receiver is a type with methods. Each method has a pointer type of its own.
type receiver struct {
	elem    types.Type
	pointer bool
}

// methodTypes lists the records that the methods of a receiver return or take;
// nil for a handler: what its helpers are about, the next one's need not be.
func (e *engine) methodTypes(recv types.Type) []types.Type {
	key := receiver{elem: recv}
	if ptr, ok := types.Unalias(recv).(*types.Pointer); ok {
		key = receiver{ptr.Elem(), true}
	}
	return answer(e.received, key, func() []types.Type {
		var out []types.Type
		for sel := range types.NewMethodSet(recv).Methods() {
			sig, ok := sel.Type().(*types.Signature)
			if !ok {
				continue
			}
			if e.handles(sig) {
				return nil
			}
			for _, tuple := range []*types.Tuple{sig.Results(), sig.Params()} {
				for v := range tuple.Variables() {
					if t := e.record(v.Type()); t != nil && !slices.Contains(out, t) && !anyWord(typeName(t), requestWords) {
						out = append(out, t)
					}
				}
			}
		}
		return out
	})
}

// handles reports whether a function is given a request.
func (e *engine) handles(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if e.carriesRequest(p.Type()) {
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
	return answer(e.types.record, t, func() types.Type { return e.recordBehind(t) })
}

func (e *engine) recordBehind(t types.Type) types.Type {
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
			if e.looksLikeRecord(x) && !e.isClaims(x) && !isPartOfList(x) {
				return x
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// isPartOfList reports whether a type says which part of a list is shown. All
// lists of a program share it, so that it is no record of any of them.
func isPartOfList(t *types.Named) bool {
	words := data.Words(t.Obj().Name())
	return len(words) > 0 && pagingWords.has(words[len(words)-1])
}

var pagingWords = &wordSet{text: `pagination paging pager paginator`}

// looksLikeRecord reports whether a named type is a struct with a column, a
// document field or an ID, and no service or library type.
func (e *engine) looksLikeRecord(n *types.Named) bool {
	s, ok := n.Underlying().(*types.Struct)
	if !ok || e.inert(n) || n.Obj().Pkg() == nil || standard(n.Obj().Pkg().Path()) {
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
	return below && !strings.Contains(first, ".") && stdRoots.has(first)
}

var stdRoots = &wordSet{text: `archive compress container crypto database debug encoding go hash html image index internal io log math mime
	net os path runtime sync testing text time unicode`}

// ownerField tells which field of a record names its owner.
func ownerField(t types.Type) string { return ownerFieldIn(t, 0) }

// ownerFieldIn looks a few embeddings deep: a type may embed a pointer to itself.
func ownerFieldIn(t types.Type, depth int) string {
	s := ssax.StructOf(t)
	if s == nil || depth > 4 {
		return ""
	}
	for f := range s.Fields() {
		if f.Embedded() {
			if inner := ownerFieldIn(f.Type(), depth+1); inner != "" {
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
