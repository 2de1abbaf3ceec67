package jwtexp

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/jwtvet/jwtvet/passes/internal/diag"
	"github.com/jwtvet/jwtvet/passes/internal/flow"
	"github.com/jwtvet/jwtvet/passes/internal/model"
	"github.com/jwtvet/jwtvet/passes/rule"
)

// run reports tokens that are issued with no expiry, or one that lies too far
// ahead, and verifications that tokens without a usable one pass.
func run(pass *analysis.Pass, opts *rule.Options, life *lifetimes) (any, error) {
	c := &checker{pass: pass, result: flow.ResultOf(pass), life: life}
	rep := diag.New(pass, opts)
	report := func(f *diag.Finding) {
		if f != nil {
			rep.Report(*f)
		}
	}
	for _, m := range c.result.Minted {
		for _, f := range c.issued(m) {
			report(f)
		}
	}
	for _, site := range c.result.Sites {
		if f := c.unread(site); f != nil {
			report(f)
			continue
		}
		report(c.accepting(site))
	}
	for _, t := range c.result.Tolerances() {
		report(c.tolerating(t))
	}
	return rep.Used(), nil
}

// unread judges a verification into a claims type from which the library cannot
// read the expiry. A parser that requires exp refuses such tokens.
func (c *checker) unread(site *flow.Site) *diag.Finding {
	if site.Model() == nil {
		return nil
	}
	required := flow.EnforcedBy(site.Options, model.Exp)
	if len(required.Found) > 0 || required.Unseen || flow.Disabled(site.Options, model.Exp) {
		return nil
	}
	why, pos := c.shadowed(site)
	if why == "" {
		return nil
	}
	f := &diag.Finding{Pos: site.Pos, End: site.End, Category: "jwtexp/shadowed", Message: "expired tokens pass: " + why}
	if pos.IsValid() {
		f.Steps = append(f.Steps, flow.Step{Pos: pos, Phrase: "declared here"})
	}
	f.Steps = append(f.Steps, site.Steps...)
	return f
}

// checker looks at one package.
type checker struct {
	pass   *analysis.Pass
	result *flow.Result
	life   *lifetimes
}

// shadowed says why the library finds no expiry in a site's claims, and where
// that is declared; "" if it does.
func (c *checker) shadowed(site *flow.Site) (why string, pos token.Pos) {
	if site.NilMap() {
		return "the claims are a nil map, which the library does not fill; use jwt.MapClaims{}", token.NoPos
	}
	for _, t := range site.ClaimsTypes() {
		if why, pos := c.shadowedIn(t, site); why != "" {
			return why, pos
		}
	}
	return "", token.NoPos
}

// shadowedIn looks at one claims type: a check of its own that replaces the
// library's, then at the fields that the library reads.
func (c *checker) shadowedIn(t types.Type, site *flow.Site) (why string, pos token.Pos) {
	hook := site.Model().Hook
	if hook.Replaces {
		if own := c.result.OwnMethod(t, hook.Name); own != nil {
			if c.ignoresExpiry(own) {
				return hook.Name + " replaces the library's check and does not look at exp; call the embedded " + hook.Name, own.Pos()
			}
			return "", token.NoPos
		}
	}
	if own := c.result.OwnMethod(t, hook.Getter); own != nil {
		if c.returnsNil(own) {
			return hook.Getter + " of the claims type returns no expiry; return the one of the token", own.Pos()
		}
		return "", token.NoPos
	}
	return c.fields(t)
}

// fields looks at how encoding/json fills a claims struct.
func (c *checker) fields(t types.Type) (why string, pos token.Pos) {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return "", token.NoPos
	}
	embedsRegistered, shadow := false, (*types.Var)(nil)
	for i := range s.NumFields() {
		f := s.Field(i)
		kind, name := flow.EmbeddedClaims(f), flow.JSONName(f, s.Tag(i))
		tagged := name != f.Name()
		switch {
		case kind == model.IsMapClaims:
			return "an embedded MapClaims is not filled from the token; embed the registered claims or use a map alone", f.Pos()
		case kind == model.IsStandardClaims && tagged && !c.result.Issues(t):
			return "the registered claims are read from the object " + `"` + name + `"` + " inside the token; drop the tag", f.Pos()
		case kind == model.IsStandardClaims:
			embedsRegistered = embedsRegistered || !tagged
		case !f.Embedded() && name == "exp":
			shadow = f
		}
	}
	if embedsRegistered && shadow != nil && !c.result.Reads(shadow.Origin()) {
		return "field " + shadow.Name() + ` takes the JSON name "exp" from the registered claims, which stay empty; drop the field`, shadow.Pos()
	}
	return "", token.NoPos
}

// returnsNil reports whether a getter of this package only returns nil.
func (c *checker) returnsNil(fn *types.Func) bool {
	decl := c.result.Decl(fn)
	if decl == nil || len(decl.Body.List) != 1 {
		return false
	}
	ret, ok := decl.Body.List[0].(*ast.ReturnStmt)
	return ok && len(ret.Results) > 0 && c.pass.TypesInfo.Types[ret.Results[0]].IsNil()
}

// ignoresExpiry reports whether a check of this package calls nothing and
// reads no field that could be the expiry.
func (c *checker) ignoresExpiry(fn *types.Func) bool {
	decl := c.result.Decl(fn)
	if decl == nil {
		return false
	}
	ignores := true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			ignores = ignores && c.makesError(n)
		case *ast.SelectorExpr:
			if f, ok := c.pass.TypesInfo.Uses[n.Sel].(*types.Var); ok && f.IsField() && mayBeTime(f.Type()) {
				ignores = false
			}
		}
		return ignores
	})
	return ignores
}

// makesError reports whether a call only builds an error or asks for a length.
func (c *checker) makesError(call *ast.CallExpr) bool {
	tv := c.pass.TypesInfo.Types[call.Fun]
	if tv.IsBuiltin() || tv.IsType() {
		return true
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	fn, ok := c.pass.TypesInfo.Uses[sel.Sel].(*types.Func)
	if !ok || fn.Pkg() == nil {
		return false
	}
	switch fn.Pkg().Path() {
	case "errors", "fmt", "strings":
		return true
	}
	return false
}

// mayBeTime reports whether a field of the type can hold a point in time.
func mayBeTime(t types.Type) bool {
	if b, ok := t.Underlying().(*types.Basic); ok {
		return b.Info()&types.IsNumeric != 0
	}
	_, isStruct := t.Underlying().(*types.Struct)
	_, isPointer := t.Underlying().(*types.Pointer)
	return isStruct || isPointer
}
