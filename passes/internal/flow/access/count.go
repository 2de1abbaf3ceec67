package access

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// How often something was liked is kept in the record that is liked, and who
// did so in another. That the number goes up or down with the caller's own
// record is no change that its owner has to allow.

// counting tells whether a change does nothing but count.
func (u *unit) counting(call ssa.CallInstruction, fn *types.Func) data.Counting {
	recv, args := ssax.Args(call.Common())
	if stmt, _, ok := statement(args); ok {
		return stmt.Counting()
	}
	if !u.e.keeps(fn) {
		return namedStep(recv, args, fn)
	}
	first := max(data.Values(fn), 0)
	if first >= len(args) {
		return 0
	}
	var c data.Changes
	if column, ok := constText(args[first]); ok && first+1 < len(args) {
		c.Add(column, stepped(column, args[first+1]))
		return c.Counting()
	}
	if entries, ok := entriesOf(args[first]); ok {
		for _, e := range entries {
			addEntry(&c, e)
		}
		return c.Counting()
	}
	return u.recordSteps(args[first])
}

// addEntry notes one entry of a map of changes: a column's, or an operator's
// with columns of its own.
func addEntry(c *data.Changes, e entry) {
	inner, several := entriesOf(e.value)
	if !several {
		c.Add(e.key, stepped(e.key, e.value))
		return
	}
	for _, one := range inner {
		c.Add(one.key, data.Increments(e.key) && isNumber(one.value))
	}
}

// namedStep is what the name of a method out of view says, if all that it is
// given is what it counts for.
func namedStep(recv ssa.Value, args []ssa.Value, fn *types.Func) data.Counting {
	column, ok := data.NamesStep(fn.Name())
	if !ok || recv == nil {
		return 0
	}
	given := 0
	for _, a := range args {
		if !ssax.IsContext(a.Type()) {
			given++
		}
	}
	if given != 1 {
		return 0 // By how much, somebody else says.
	}
	var c data.Changes
	c.Add(column, true)
	return c.Counting()
}

// stepped reports whether a column is set to itself and a fixed number more or
// less, as an expression in SQL.
func stepped(column string, v ssa.Value) bool {
	call, ok := unwrapped(v).(*ssa.Call)
	if !ok || !data.Expression(ssax.Callee(call.Common())) {
		return false
	}
	args := call.Common().Args
	text := text(args[0])
	for _, a := range args[1:] {
		for _, elem := range ssax.Elements(a) {
			number, ok := unwrapped(elem).(*ssa.Const)
			if !ok || number.Value == nil {
				return false
			}
			text = strings.Replace(text, "?", number.Value.ExactString(), 1)
		}
	}
	return data.Counted(column, text)
}

func isNumber(v ssa.Value) bool {
	c, ok := unwrapped(v).(*ssa.Const)
	return ok && c.Value != nil && (c.Value.Kind() == constant.Int || c.Value.Kind() == constant.Float)
}

// entry is one of a map, or of a list of keys and values.
type entry struct {
	key   string
	value ssa.Value
}

// entriesOf lists the entries of a literal of a map, or of a list of keys and
// values; false if it is something else, or the keys are no constants.
func entriesOf(v ssa.Value) (out []entry, ok bool) {
	v = unwrapped(v)
	if named, is := v.(*ssa.ChangeType); is {
		v = named.X
	}
	switch x := v.(type) {
	case *ssa.MakeMap:
		for _, ref := range *x.Referrers() {
			if set, is := ref.(*ssa.MapUpdate); is {
				key, known := constText(set.Key)
				if !known {
					return nil, false
				}
				out = append(out, entry{key, set.Value})
			}
		}
	case *ssa.Slice:
		if out, ok = pairsIn(x); !ok {
			return nil, false
		}
	}
	return out, len(out) > 0
}

// pairsIn lists the elements of a list literal whose elements are a key and a value.
func pairsIn(list *ssa.Slice) (out []entry, ok bool) {
	array, ok := list.X.(*ssa.Alloc)
	if !ok {
		return nil, false
	}
	for _, ref := range *array.Referrers() {
		elem, is := ref.(*ssa.IndexAddr)
		if !is {
			continue
		}
		fields := pairAt(elem)
		for store := range ssax.StoresTo(elem) {
			if whole, is := store.Val.(*ssa.UnOp); is {
				fields = pairAt(whole.X)
			}
		}
		if fields[0] == nil || fields[1] == nil {
			return nil, false
		}
		key, known := constText(fields[0])
		if !known {
			return nil, false
		}
		out = append(out, entry{key, fields[1]})
	}
	return out, true
}

// pairAt is what the first two fields of a struct at an address are set to.
func pairAt(addr ssa.Value) (fields [2]ssa.Value) {
	if addr.Referrers() == nil {
		return fields
	}
	for _, use := range *addr.Referrers() {
		if field, is := use.(*ssa.FieldAddr); is && field.Field < 2 {
			for store := range ssax.StoresTo(field) {
				fields[field.Field] = store.Val
			}
		}
	}
	return fields
}

// recordSteps tells whether a record is stored in which the unit has done
// nothing but count since it was loaded.
func (u *unit) recordSteps(v ssa.Value) data.Counting {
	v = unwrapped(v)
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		if _, whole := load.X.(*ssa.Alloc); whole && ssax.StructOf(load.Type()) != nil {
			v = load.X
		}
	}
	if ssax.StructOf(v.Type()) == nil || v.Referrers() == nil {
		return 0
	}
	var c data.Changes
	for _, ref := range *v.Referrers() {
		field, ok := ref.(*ssa.FieldAddr)
		if !ok {
			continue
		}
		for store := range ssax.StoresTo(field) {
			name := ssax.Field(field.X.Type(), field.Field).Name()
			c.Add(name, isStep(store.Val, field))
		}
	}
	return c.Counting()
}

// isStep reports whether a value is what a field holds and a fixed number more or less.
func isStep(v ssa.Value, field *ssa.FieldAddr) bool {
	sum, ok := v.(*ssa.BinOp)
	return ok && (sum.Op == token.ADD || sum.Op == token.SUB) && isNumber(sum.Y) && readsBack(sum.X, field)
}
