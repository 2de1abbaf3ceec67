package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// A place is where a key is kept, as a text to be compared: two keys of the
// same place are the same key. "" is a place that cannot be told.
//
// It is narrower than a Value, which says what a key may be: two keys from the
// environment have equal Values, and are two keys.

// maxPlaceDepth bounds the steps from a key to its place.
const maxPlaceDepth = 12

// placeOf is the place of a value.
func (e *engine) placeOf(v ssa.Value, depth int) string {
	if depth > maxPlaceDepth {
		return ""
	}
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			return strconv.Quote(constant.StringVal(v.Value))
		}
		return ""
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return ""
		}
		return e.placeOfAddr(v.X, depth+1)
	case *ssa.FieldAddr:
		return e.placeOfAddr(v, depth+1) // The address of a field, which is where it is kept.
	case *ssa.Field:
		return fieldPlace(e.placeOf(v.X, depth+1), v.X.Type(), v.Field)
	case *ssa.Parameter:
		if v.Parent().Signature.Recv() != nil && v == v.Parent().Params[0] {
			return types.TypeString(deref(v.Type()), nil)
		}
		return ""
	case *ssa.Extract:
		if v.Index == 0 {
			return e.placeOf(v.Tuple, depth+1)
		}
		return ""
	case *ssa.Call:
		return e.placeOfCall(v, depth+1)
	}
	if x := unwrap(v); x != nil {
		return e.placeOf(x, depth+1)
	}
	return ""
}

// placeOfAddr is the place of what an address points to.
func (e *engine) placeOfAddr(addr ssa.Value, depth int) string {
	if depth > maxPlaceDepth {
		return ""
	}
	switch addr := addr.(type) {
	case *ssa.Global:
		return addr.String()
	case *ssa.FieldAddr:
		base := e.placeOfAddr(addr.X, depth+1) // A variable, or a field of one.
		if base == "" {
			base = e.placeOf(addr.X, depth+1) // A pointer.
		}
		return fieldPlace(base, addr.X.Type(), addr.Field)
	case *ssa.Alloc:
		if stores := e.storesTo(addr); len(stores) == 1 {
			return e.placeOf(stores[0].Val, depth+1)
		}
	case *ssa.FreeVar:
		if captured := e.captured(addr); len(captured) == 1 {
			return e.placeOfAddr(captured[0], depth+1)
		}
	}
	return ""
}

// fieldPlace is the place of a field of something that is kept at base.
func fieldPlace(base string, t types.Type, index int) string {
	f := ssax.Field(t, index)
	if base == "" || f == nil {
		return ""
	}
	return base + "." + f.Name()
}

// placeOfCall: a function that is called with the same operands twice is taken
// to return the same key.
func (e *engine) placeOfCall(call *ssa.Call, depth int) string {
	fn := ssax.Callee(call.Common())
	if fn == nil || fn.Pkg() == nil {
		return ""
	}
	recv, args := ssax.Args(call.Common())
	parts := make([]string, 0, len(args)+1)
	if recv != nil {
		args = append([]ssa.Value{recv}, args...)
	}
	for _, arg := range args {
		part := e.placeOf(arg, depth+1)
		if part == "" {
			return ""
		}
		parts = append(parts, part)
	}
	return fn.FullName() + "(" + strings.Join(parts, ", ") + ")"
}

// publicOf reports whether a public key's place is derived from that of a
// private key.
func publicOf(public, private string) bool {
	if private == "" || public == "" {
		return false
	}
	return public == private+".PublicKey" || strings.HasSuffix(public, ".Public("+private+")")
}
