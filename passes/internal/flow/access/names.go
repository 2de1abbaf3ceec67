package access

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
)

// Names are the last resort: where a value comes out of a context or from
// behind an interface, what it is called is all there is. A wrong guess that
// something is an identity hides a finding; it makes none.

// identityName reports whether a key, type or function is called as something
// that tells who the caller is.
func identityName(name string) bool { return anyWord(name, identityWords) }

// roleName reports whether something is called as what the caller may do.
func roleName(name string) bool { return anyWord(name, roleWords) }

// aboutToken reports whether a claim says something of the token alone. The
// issuer is not among them: many a program keeps the user there.
func aboutToken(claim string) bool {
	switch claim {
	case "aud", "exp", "iat", "nbf", "Audience", "ExpiresAt", "IssuedAt", "NotBefore":
		return true
	}
	return false
}

// ownerName reports whether a field or parameter is called as the one whose record it is.
func ownerName(name string) bool {
	words := data.Words(name)
	if len(words) == 0 {
		return false
	}
	if len(words) == 1 {
		return slices.Contains([]string{"owner", "uid", "userid", "creator", "ownerid", "createdby"}, words[0])
	}
	last := words[len(words)-1]
	switch last {
	case "id", "uid", "uuid", "ids":
		return slices.ContainsFunc(words[:len(words)-1], func(w string) bool { return principalWords[w] })
	case "by":
		return words[0] == "owned" // CreatedBy is as often a name for the record.
	}
	return slices.Contains(words, "owner")
}

// personName reports whether a field is called as the ID of somebody, in
// whatever part: the guest, the reader.
func personName(name string) bool {
	words := data.Words(name)
	if len(words) < 2 || !slices.Contains([]string{"id", "uid", "uuid"}, words[len(words)-1]) {
		return ownerName(name)
	}
	return ownerName(name) || identityName(name)
}

// principalParameter reports whether a parameter of the path names a principal
// or tenant by its ID.
func principalParameter(name string) bool {
	words := data.Words(name)
	switch len(words) {
	case 0:
		return false
	case 1:
		return slices.Contains([]string{"uid", "userid", "tenantid", "accountid", "customerid", "ownerid", "orgid"}, words[0])
	}
	return slices.Contains([]string{"id", "uid", "uuid"}, words[len(words)-1]) && principalWords[words[len(words)-2]]
}

// principalType reports whether records of a type are principals themselves.
func principalType(name string) bool {
	words := data.Words(name[strings.LastIndexByte(name, '.')+1:])
	return len(words) > 0 && len(words) <= 2 && (selfWords[words[0]] || selfWords[words[len(words)-1]])
}

// capability reports whether a parameter of the path is a secret or something
// that is nobody's.
func capability(name string) bool {
	words := data.Words(name)
	return anyWord(name, capabilityWords) && words[len(words)-1] != "id"
}

// public reports whether a parameter of the path is a name by which things are
// shown, rather than an ID.
func public(name string) bool { return anyWord(name, publicWords) }

// calledBack reports whether a route is one that other programs call.
func calledBack(path string) bool { return anyWord(path, callbackWords) }

// authorizerName reports whether a function is called as one that decides what
// the caller may do.
func authorizerName(name string) bool {
	return anyWord(name, authorizerWords) && !anyWord(name, corsWords)
}

func anyWord(name string, list map[string]bool) bool {
	return slices.ContainsFunc(data.Words(name), func(w string) bool { return list[w] })
}

func wordSet(words string) map[string]bool {
	out := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

var (
	identityWords = wordSet(`user users uid userid username sub subject claims claim identity account principal jwt session tenant org
		organization owner member customer login viewer actor passport me auth payload caller guest email token`)
	roleWords = wordSet(`role roles admin isadmin superadmin superuser scope scopes permission permissions perm perms
		privilege privileges staff moderator rights grants rank`)
	principalWords  = wordSet(`user owner author creator account customer tenant org organization member created`)
	selfWords       = wordSet(`user users account profile bio member customer identity tenant organization admin author person`)
	capabilityWords = wordSet(`token hash code key secret invite invitation otp refresh share signature nonce state provider locale lang
		version page size limit offset`)
	publicWords     = wordSet(`slug filename file path name username login title`)
	callbackWords   = wordSet(`callback callbacks webhook webhooks hook hooks`)
	authorizerWords = wordSet(`can may allow allowed permit permitted permission permissions authorize authorise authorized authorised
		authz enforce enforcer role roles admin scope scopes policy acl rbac access owner owns ownership owned member membership
		belongs forbidden privilege guard require requires`)
	// Interfaces and functions that are called so carry the condition of a query.
	conditionWords = wordSet(`option options opt opts filter filters query criteria specification condition conditions predicate`)
	corsWords      = wordSet(`cors origin origins header headers method methods credentials preflight`)
	plainRoles     = wordSet(`user users member customer student viewer guest seller buyer client patient subscriber access refresh
		basic default normal reader public anonymous authenticated`)
)

// privileged reports whether a constant names a role that not every caller has.
func privileged(c *ssa.Const) bool {
	if c.Value == nil {
		return false
	}
	if c.Value.Kind() != constant.String {
		return true // A flag, or a number whose meaning only the program knows.
	}
	text := constant.StringVal(c.Value)
	return text != "" && !anyWord(text, plainRoles)
}

// constText returns the text of a constant, or of the constant part of a
// concatenation.
func constText(v ssa.Value) (string, bool) {
	switch x := v.(type) {
	case *ssa.Const:
		if x.Value != nil && x.Value.Kind() == constant.String {
			return constant.StringVal(x.Value), true
		}
	case *ssa.MakeInterface:
		return constText(x.X)
	case *ssa.ChangeType:
		return constText(x.X)
	case *ssa.Convert:
		return constText(x.X)
	case *ssa.BinOp:
		if x.Op == token.ADD {
			a, okA := constText(x.X)
			b, okB := constText(x.Y)
			return a + b, okA || okB
		}
	}
	return "", false
}

// carriesRequest reports whether values of t are a request, or what a
// framework hands its handlers, or a type of the program's around one.
func (e *engine) carriesRequest(t types.Type) bool {
	switch e.models.Type(t) {
	case web.IsContext, web.IsRequest:
		return true
	}
	return e.embeds(t, e.carriesRequest)
}

// carriesIdentity reports whether a callee can find the caller's identity in
// an operand of type t by itself.
func (e *engine) carriesIdentity(t types.Type) bool {
	return isGoContext(t) || e.carriesRequest(t)
}

func isGoContext(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "Context" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context"
}

// embeds reports whether t is a struct or interface of the program's own with
// an embedded type that is as asked.
func (e *engine) embeds(t types.Type, is func(types.Type) bool) bool {
	named, ok := types.Unalias(deref(t)).(*types.Named)
	if !ok {
		return false
	}
	switch under := named.Underlying().(type) {
	case *types.Struct:
		for f := range under.Fields() {
			if f.Embedded() && !types.Identical(f.Type(), t) && e.models.Type(f.Type()) != 0 && is(f.Type()) {
				return true
			}
		}
	case *types.Interface:
		for i := range under.NumEmbeddeds() {
			if emb := under.EmbeddedType(i); e.models.Type(emb) != 0 && is(emb) {
				return true
			}
		}
	}
	return false
}

// inert reports whether values of t are no data: what an access goes through,
// or what a request is answered on.
func (e *engine) inert(t types.Type) bool {
	if isGoContext(t) || e.carriesRequest(t) || e.models.Type(t) == web.IsResponse || e.models.Type(t) == web.IsRouter || data.Handle(t) {
		return true
	}
	switch under := t.Underlying().(type) {
	case *types.Signature:
		return !anyWord(typeName(t), conditionWords)
	case *types.Chan:
		return true
	case *types.Interface:
		named, ok := types.Unalias(t).(*types.Named)
		return ok && under.NumMethods() > 0 && named.Obj().Pkg() != nil && !isError(t) && !anyWord(named.Obj().Name(), conditionWords)
	}
	return false
}

// isCondition reports whether values of t say which records are meant.
func isCondition(t types.Type) bool {
	if slice, ok := t.Underlying().(*types.Slice); ok {
		t = slice.Elem()
	}
	return anyWord(typeName(t), conditionWords)
}

// tellsCaller reports whether a call out of view returns who the caller is: it
// is called so, and is given the request or its context.
func (e *engine) tellsCaller(common *ssa.CallCommon, fn *types.Func) bool {
	if fn == nil || common.Signature().Results().Len() == 0 {
		return false
	}
	if !identityName(fn.Name()) || isStoreName(fn.Name()) {
		return false
	}
	return slices.ContainsFunc(common.Args, func(v ssa.Value) bool { return e.carriesIdentity(v.Type()) })
}

// isStoreName: GetUserByID fetches a user, not the caller.
func isStoreName(name string) bool {
	kind := data.KindOf(name)
	return kind == data.Writes || kind == data.Inserts || kind == data.Nothing || slices.Contains(data.Words(name), "by")
}

// assertedIdentity reports whether what comes out of a context is taken for a
// type that tells who the caller is.
func (e *engine) assertedIdentity(call ssa.CallInstruction) bool {
	v, ok := call.(*ssa.Call)
	if !ok || v.Referrers() == nil {
		return false
	}
	return e.assertedAs(v, 0)
}

func (e *engine) assertedAs(v ssa.Value, depth int) bool {
	for _, ref := range *v.Referrers() {
		switch x := ref.(type) {
		case *ssa.TypeAssert:
			if identityName(typeName(x.AssertedType)) || e.isClaims(x.AssertedType) {
				return true
			}
		case *ssa.Extract:
			if depth == 0 && x.Index == 0 && e.assertedAs(x, 1) {
				return true
			}
		}
	}
	return false
}

// isService reports whether t is a struct of the program's own that does work
// rather than hold data: it has a lock, a connection, a function, an interface
// or another service in it, and none of a record's tags.
func (e *engine) isService(t types.Type, depth int) bool {
	named, ok := types.Unalias(deref(t)).(*types.Named)
	if !ok || depth > 3 || e.looksLikeRecord(named) || e.tellsOfCaller(named) {
		return false
	}
	s, ok := named.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		switch f.Type().Underlying().(type) {
		case *types.Map, *types.Chan, *types.Signature:
			return true
		}
		if e.inert(f.Type()) || isLock(f.Type()) || f.Type() != t && e.isService(f.Type(), depth+1) {
			return true
		}
	}
	return s.NumFields() == 0
}

// tellsOfCaller reports whether a type is a token's or its claims', or a struct
// that has one in it.
func (e *engine) tellsOfCaller(t *types.Named) bool {
	if _, ok := flow.ClaimedType(t); ok {
		return true
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if _, ok := flow.ClaimedType(f.Type()); ok {
			return true
		}
	}
	return false
}

func isLock(t types.Type) bool {
	named, ok := types.Unalias(deref(t)).(*types.Named)
	return ok && named.Obj().Pkg() != nil && strings.HasPrefix(named.Obj().Pkg().Path(), "sync")
}
