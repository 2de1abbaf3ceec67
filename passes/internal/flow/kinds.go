package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// A program that issues tokens for several purposes with one key and one
// claims type has to look at something that tells them apart. What a token is for
// is read off the names around the place that issues it; where they say
// nothing, or several things, the place does not count.

// issuedKind is a kind of tokens that the package issues.
type issuedKind struct {
	kind   string // "refresh"
	issuer issuer
	claims map[string]string // the names that are set, with their text if it is a constant
}

// AccessKind is the kind of tokens that open doors.
const AccessKind = "access"

// kindWords are the kinds, with words of which each names one.
var kindWords = []struct {
	kind  string
	words []string
}{
	{"refresh", []string{"refresh"}},
	{"password reset", []string{"reset", "forgot"}},
	{"confirmation", []string{"verification", "verifyemail", "emailverif", "confirm", "activation", "invit"}},
	{AccessKind, []string{"access"}},
}

// makers begin the names of functions that make what their name goes on to say.
var makers = []string{"generate", "create", "new", "issue", "make", "sign", "build", "gen", "encode", "mint"}

// madeByName is what a function makes by its name, in lower case, without the
// beginning; "" if the name does not begin so.
func madeByName(name string) string {
	for _, begin := range makers {
		if rest, ok := strings.CutPrefix(name, begin); ok {
			return rest
		}
	}
	return ""
}

// kindsIn lists the kinds that words name.
func kindsIn(words string) []string {
	var out []string
	for _, k := range kindWords {
		if namedFor(words, k.words) {
			out = append(out, k.kind)
		}
	}
	return out
}

// kindIn is the one kind that words name; none if they name no or several kinds.
func kindIn(words string) string {
	if kinds := kindsIn(words); len(kinds) == 1 {
		return kinds[0]
	}
	return ""
}

// kindsIssued lists the kinds of tokens that an issuer's place makes: by the
// statement, the function's name, or those of its callers in the package.
func (e *engine) kindsIssued(call ssa.CallInstruction, depth int) []string {
	statement, _ := e.statementAt(call.Pos())
	if kind := kindIn(statement); kind != "" {
		return []string{kind}
	}
	fn := outermost(call.Parent())
	if kind := kindIn(madeByName(strings.ToLower(fn.Name()))); kind != "" {
		return []string{kind}
	}
	var out []string
	for _, caller := range e.calls[fn] {
		if depth < 3 && !isTestFile(e.pass, caller.Pos()) {
			for _, kind := range e.kindsIssued(caller, depth+1) {
				if !slices.Contains(out, kind) {
					out = append(out, kind)
				}
			}
		}
	}
	if len(out) == 0 && depth == 0 && neutral(fn.Name()) {
		return []string{AccessKind}
	}
	return out
}

// neutral reports whether a function that issues tokens says nothing of their
// purpose: they are what the program hands out at a login.
func neutral(name string) bool {
	return slices.Contains([]string{"token", "jwt", "jwttoken", "authtoken", "usertoken", "tokenstring"}, madeByName(strings.ToLower(name)))
}

// claimsSet lists the claims that an issuer sets, with the text of constants. ok
// is false if some of them are out of view.
func (e *engine) claimsSet(i issuer) (out map[string]string, ok bool) {
	if i.claims == nil {
		return nil, false
	}
	s := e.claimSet(i.claims, 0)
	if len(s.unseen) > 0 {
		return nil, false
	}
	out = make(map[string]string)
	switch root := s.root.(type) {
	case *ssa.MakeMap:
	case *ssa.Alloc:
		if !e.fieldsSet(root, out, 0) {
			return nil, false
		}
	default:
		return nil, false
	}
	for v := range s.same {
		for _, ref := range *v.Referrers() {
			if up, isUpdate := ref.(*ssa.MapUpdate); isUpdate && up.Map == v {
				name := e.eval(up.Key, up.Pos())
				out[name.Text] = e.textOf(up.Value)
			}
		}
	}
	return out, true
}

// fieldsSet adds the claims that are stored in a struct, by their JSON names.
func (e *engine) fieldsSet(addr ssa.Value, out map[string]string, depth int) bool {
	if depth > 4 {
		return false
	}
	for _, ref := range *addr.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == addr && !e.copiedFrom(ref.Val, out, depth) {
				return false
			}
		case *ssa.FieldAddr:
			f := ssax.Field(ref.X.Type(), ref.Field)
			if f.Embedded() {
				if !e.fieldsSet(ref, out, depth+1) {
					return false
				}
				continue
			}
			name, holds := claimedField(ref.X.Type(), f)
			if !holds || name == "claims" {
				name = claimOfTag(ref.X.Type(), f)
			}
			for store := range ssax.StoresTo(ref) {
				out[name] = e.textOf(store.Val)
			}
		}
	}
	return true
}

// copiedFrom adds the claims of a struct that is stored as a whole.
func (e *engine) copiedFrom(v ssa.Value, out map[string]string, depth int) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	from, ok := load.X.(*ssa.Alloc)
	return ok && e.fieldsSet(from, out, depth+1)
}

// textOf is the text of a constant, or that of a list with one.
func (e *engine) textOf(v ssa.Value) string {
	for x := unwrap(v); x != nil; x = unwrap(v) {
		if elems := ssax.Elements(v); len(elems) == 1 {
			v = elems[0]
			continue
		}
		v = x
	}
	if c, ok := v.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
		return constant.StringVal(c.Value)
	}
	return ""
}

// kindsFor lists the kinds of tokens that a site may be given and that have
// its claims type, all signed with the key of its place.
func (e *engine) kindsFor(s *Site, issuers []issuer) []issuedKind {
	returns, family := s.keysOf()
	if family == "" {
		return nil
	}
	place := e.givenKeyPlace(s.call)
	fits := func(key string) bool { return key != "" && (key == place || publicOf(place, key)) }
	var out []issuedKind
	for _, i := range issuers {
		if !fits(i.place) && !slices.ContainsFunc(returns, func(k KeyReturn) bool { return k.place == i.place && i.place != "" || publicOf(k.place, i.place) }) {
			continue
		}
		if !e.sameShape(s, i) {
			continue
		}
		claims, ok := e.claimsSigned(i)
		if !ok {
			return nil // It may have what tells them apart.
		}
		for _, kind := range e.kindsIssued(i.call, 0) {
			out = append(out, issuedKind{kind, i, claims})
		}
	}
	return out
}

// sameShape reports whether site and issuer have the same claims types, or one of
// them a map, or both none but what the library has.
func (e *engine) sameShape(s *Site, i issuer) bool {
	signed, verified := e.typesSigned(i), s.ClaimsTypes()
	if len(verified) == 0 && s.claims == nil {
		return len(signed) == 1 && isMap(signed[0]) || len(signed) == 0 && e.builderOf(i.claims) != nil && libraryOf(i.call) == s.library
	}
	for _, t := range verified {
		alike := func(made types.Type) bool {
			return isMap(deref(t)) || isMap(made) || types.Identical(deref(t), deref(made))
		}
		if !slices.ContainsFunc(signed, alike) {
			return false
		}
	}
	return len(verified) > 0
}

func isMap(t types.Type) bool {
	_, ok := t.Underlying().(*types.Map)
	return ok
}
