package flow

import (
	"regexp"
	"slices"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/internal/model/data"
	"github.com/jwtvet/jwtvet/passes/internal/model/std"
	"github.com/jwtvet/jwtvet/passes/internal/model/web"
	"github.com/jwtvet/jwtvet/passes/internal/ssax"
)

// SetsCookie: the operand becomes the value of a cookie.
const SetsCookie std.Sink = "cookie"

// Cookie is what a program sets of a cookie beside its value.
type Cookie struct {
	Name                       string // "" if it is not in view
	HTTPOnly, Secure, SameSite bool   // set, or perhaps set
}

// tokenName matches names under which programs keep tokens.
var tokenName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(.*[_-])?(jwt|(access|auth|id|refresh|session)[_-]?token)$|^token$`)
})

// cookieAt returns the cookie that a call sets, if it is to hold a token: a
// text that is signed, or comes from an operand, or anything under a name that
// says so.
func (e *engine) cookieAt(row *web.Func, call ssa.CallInstruction) []*SinkUse {
	name, value, cookie, ok := e.cookieOf(row, call)
	if !ok || value.Kind == Empty {
		return nil // Deleted.
	}
	if len(value.Leaves()) == 0 && name != "" {
		if !tokenName().MatchString(name) || value.Kind == Literal {
			return nil
		}
		value = Value{Kind: Unknown, Source: FromSigning, Text: name, Steps: value.Steps}
	}
	cookie.Name = name
	cookie.HTTPOnly = cookie.HTTPOnly || forScripts(name)
	uses := e.sinkOf(call, SetsCookie, value)
	for _, use := range uses {
		use.Cookie = cookie
	}
	return uses
}

// forScripts reports whether a cookie is there for scripts to read, as its name says:
// they send it along in a header, which other sites' pages cannot.
func forScripts(name string) bool {
	words := data.Words(name)
	return slices.Contains(words, "csrf") || slices.Contains(words, "xsrf")
}

// cookieOf reads the operands of a call that sets a cookie; ok is false if the
// cookie is deleted or not in view.
func (e *engine) cookieOf(row *web.Func, call ssa.CallInstruction) (name string, value Value, cookie Cookie, ok bool) {
	operand := func(pos model.Pos) Value {
		if v := OperandAt(call.Common(), pos); v != nil {
			return e.eval(v, call.Pos())
		}
		return Value{Kind: Empty}
	}
	if row.Cookie == model.None {
		cookie = Cookie{HTTPOnly: maybeSet(operand(row.HTTPOnly)), Secure: maybeSet(operand(row.Secure))}
		cookie.SameSite = row.SameSite != model.None && maybeSet(operand(row.SameSite)) || e.sameSite()
		return operand(row.Key).Text, operand(row.Value), cookie, !negative(operand(row.MaxAge))
	}
	v := OperandAt(call.Common(), row.Cookie)
	fields, isCookie := web.CookieOf(v.Type())
	made := e.eval(v, call.Pos())
	if !isCookie || made.Kind != Struct {
		return "", Value{}, Cookie{}, false
	}
	cookie = Cookie{HTTPOnly: maybeSet(made.Field(fields.HTTPOnly)), Secure: maybeSet(made.Field(fields.Secure))}
	cookie.SameSite = fields.SameSite == "" || maybeSet(made.Field(fields.SameSite))
	past := made.Field(fields.MaxAge).Kind == Empty && e.longAgo(v, fields.Expires)
	return made.Field(fields.Name).Text, made.Field(fields.Value), cookie, !negative(made.Field(fields.MaxAge)) && !past
}

// maybeSet reports whether a flag can be other than its zero value.
func maybeSet(v Value) bool {
	for _, alt := range v.Alternatives() {
		switch {
		case alt.Kind == Empty, alt.Kind == Literal && (alt.Text == "false" || alt.Text == "0" || alt.Text == "1"):
		default:
			return true // SameSite: 1 is the default mode, which sets nothing.
		}
	}
	return false
}

// negative reports whether a number is below 0.
func negative(v Value) bool { return v.Kind == Literal && len(v.Text) > 0 && v.Text[0] == '-' }

// longAgo reports whether a field of a struct in view holds a time that is a
// constant, or that something is subtracted from.
func (e *engine) longAgo(v ssa.Value, field string) bool {
	for _, call := range e.fieldCalls(v, field) {
		switch callee := ssax.Callee(call.Common()); {
		case callee == nil || callee.Pkg() == nil || callee.Pkg().Path() != "time":
		case callee.Name() == "Unix", callee.Name() == "Date":
			return true
		case callee.Name() == "Add", callee.Name() == "AddDate":
			for _, arg := range call.Call.Args[1:] {
				if c, ok := arg.(*ssa.Const); ok && c.Value != nil && c.Int64() < 0 {
					return true
				}
			}
		}
	}
	return false
}

// fieldCalls are the calls whose results are stored in a field of a variable.
func (e *engine) fieldCalls(v ssa.Value, field string) []*ssa.Call {
	alloc, ok := v.(*ssa.Alloc)
	if !ok {
		return nil
	}
	var out []*ssa.Call
	for _, ref := range *alloc.Referrers() {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok || ssax.Field(addr.X.Type(), addr.Field).Name() != field {
			continue
		}
		for _, store := range e.storesTo(addr) {
			if call, ok := store.Val.(*ssa.Call); ok && store.Addr == addr {
				out = append(out, call)
			}
		}
	}
	return out
}

// sameSite reports whether the package sets the attribute for the cookies that
// a context sets afterwards.
func (e *engine) sameSite() bool {
	if e.setsSameSite == nil {
		found := false
		for fn := range e.calls {
			row := e.models.Web(ssax.Object(fn))
			found = found || row != nil && row.Does == web.SetsSameSite
		}
		e.setsSameSite = &found
	}
	return *e.setsSameSite
}
