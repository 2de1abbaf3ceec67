package jwt

import (
	"fmt"
	"go/types"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/mod/semver"
	"golang.org/x/tools/go/packages"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// TestRowsResolve type-checks the real libraries and looks every row up in
// them: at the releases where the row is true it has to be there with the
// positions it names, and nowhere else unless another row takes over.
func TestRowsResolve(t *testing.T) {
	var rows tally
	t.Run("releases", func(t *testing.T) {
		for _, round := range rounds() {
			t.Run(label(round), func(t *testing.T) {
				t.Parallel()
				loaded := load(t, round)
				for _, r := range round {
					rows.add(r, resolve(t, r, loaded))
				}
			})
		}
	})
	rows.log(t, "rows resolved")
}

// load returns the packages of a round by import path.
func load(t *testing.T, round []release) map[string]*types.Package {
	t.Helper()
	want := make(map[string]string)
	var paths []string
	for _, r := range round {
		for _, path := range r.lib.Packages {
			want[path] = r.version
			paths = append(paths, path)
		}
	}
	mode := packages.NeedName | packages.NeedModule | packages.NeedImports | packages.NeedTypes
	pkgs, err := packages.Load(&packages.Config{Mode: mode, Dir: newModule(t, round), Env: goEnv(round)}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]*types.Package)
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Fatalf("%s: %v", p.PkgPath, e)
		}
		if p.Module == nil || p.Module.Version != want[p.PkgPath] {
			t.Fatalf("%s was loaded as %v, not at %s", p.PkgPath, p.Module, want[p.PkgPath])
		}
		out[p.PkgPath] = p.Types
	}
	return out
}

// resolver looks the rows of one release up.
type resolver struct {
	*testing.T
	release
	pkgs []*types.Package
}

// resolve checks all rows of a library and returns how many hold.
func resolve(t *testing.T, r release, loaded map[string]*types.Package) int {
	c := &resolver{T: t, release: r}
	for _, path := range r.lib.Packages {
		c.pkgs = append(c.pkgs, loaded[path])
	}
	n := 0
	for i := range r.lib.Funcs {
		n += c.function(&r.lib.Funcs[i])
	}
	for _, name := range r.lib.Enforcers {
		if c.pkgs[0].Scope().Lookup(name) == nil {
			t.Errorf("%s@%s: no %s", r.lib.Name, r.version, name)
		}
	}
	c.failure()
	for _, row := range r.lib.Types {
		n += c.expect("type "+row.Name, row.Since, c.typeProblem(&row))
	}
	for _, row := range r.lib.Fields {
		n += c.expect("field "+row.Type+"."+row.Name, row.Since, c.fieldProblem(&row))
	}
	for _, row := range r.lib.Vars {
		n += c.expect("variable "+row.Name, row.Since, c.varProblem(&row))
	}
	return n
}

// expect compares what a row's since says with what was found.
func (c *resolver) expect(what, since, problem string) int {
	holds := holds(since, "", c.version)
	switch {
	case holds && problem != "":
		c.Errorf("%s@%s: %s: %s", c.lib.Name, c.version, what, problem)
	case !holds && problem == "":
		c.Errorf("%s@%s: %s is there before %s", c.lib.Name, c.version, what, since)
	case holds:
		return 1
	}
	return 0
}

// function checks the row of a function where it holds; where it does not, the
// function must be missing, different, or have another row.
func (c *resolver) function(row *model.Func) int {
	fn := c.find(row)
	if holds(row.Since, row.Until, c.version) {
		if fn == nil {
			c.Errorf("%s@%s: no function %s", c.lib.Name, c.version, nameOf(row))
			return 0
		}
		if got := FuncOf(fn, c.version); got != row {
			c.Errorf("%s@%s: FuncOf(%s) finds another row: %+v", c.lib.Name, c.version, nameOf(row), got)
		}
		for _, problem := range c.signatureProblems(fn, row) {
			c.Errorf("%s@%s: %s: %s", c.lib.Name, c.version, nameOf(row), problem)
		}
		return 1
	}
	if fn != nil && FuncOf(fn, c.version) == nil && len(c.signatureProblems(fn, row)) == 0 {
		c.Errorf("%s@%s: %s is there, but its row holds from %q until %q", c.lib.Name, c.version, nameOf(row), row.Since, row.Until)
	}
	return 0
}

// signatureProblems asks the family what positions and results can be.
func (c *resolver) signatureProblems(fn *types.Func, row *model.Func) []string {
	if issuing[row.Does] != nil {
		return issuingProblems(fn, row)
	}
	switch familyOf(c.lib) {
	case goJoses:
		return joseShapes.problems(fn, row)
	case goOIDCs:
		return oidcShapes.problems(fn, row)
	case zitadels:
		return zitadelShapes.problems(fn, row)
	case idTokens:
		return idTokenShapes.problems(fn, row)
	case katarases:
		return katarasShapes.problems(fn, row)
	case jose2gos:
		return jose2goShapes.problems(fn, row)
	case firebases:
		return firebaseShapes.problems(fn, row)
	case irises:
		return irisShapes.problems(fn, row)
	}
	return signatureProblems(fn, row)
}

// find returns the function that a row means: declared by its receiver's type
// itself, since promoted methods belong to another.
func (c *resolver) find(row *model.Func) *types.Func {
	for _, pkg := range c.pkgs {
		if !within(row.Pkg, pkg) {
			continue
		}
		if row.Recv == "" {
			if fn, ok := pkg.Scope().Lookup(row.Name).(*types.Func); ok {
				return fn
			}
			continue
		}
		named, ok := pkg.Scope().Lookup(row.Recv).(*types.TypeName)
		if !ok {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(named.Type(), true, pkg, row.Name)
		if fn, ok := obj.(*types.Func); ok && model.ReceiverName(fn) == row.Recv {
			return fn
		}
	}
	return nil
}

func nameOf(row *model.Func) string {
	name := row.Name
	if row.Recv != "" {
		name = row.Recv + "." + name
	}
	if row.Pkg != "" {
		name = row.Pkg + "." + name
	}
	return name
}

// typeProblem says why a type is not what its row says, "" if it is.
func (c *resolver) typeProblem(row *model.Type) string {
	named, ok := c.lookup(row.Name).(*types.TypeName)
	if !ok {
		return "no such type"
	}
	if got, lib := TypeOf(types.NewPointer(named.Type())); lib != c.lib || got.Name != row.Name {
		return "TypeOf finds another row"
	}
	under := named.Type().Underlying()
	want := map[model.TypeRole]types.Type{
		model.IsMapClaims: new(types.Map), model.IsClaims: new(types.Interface), model.IsKeyfunc: new(types.Signature),
		model.IsOption: new(types.Signature), model.IsKeySink: new(types.Interface),
	}[row.Is]
	if row.Is == model.IsOption && (familyOf(c.lib) == jwx || familyOf(c.lib) == jwx4) {
		want = new(types.Interface)
	}
	if row.Name == "Blocklist" {
		want = nil // A struct that is an option.
	}
	if want == nil && row.Name != "SigningMethod" {
		want = new(types.Struct)
	}
	if want != nil && reflect.TypeOf(under) != reflect.TypeOf(want) {
		return fmt.Sprintf("is a %T", under)
	}
	if row.Is == model.IsKeySet && fieldNamed(under, "Keys") < 0 {
		return "has no field Keys"
	}
	if row.Is == model.IsKey && (fieldNamed(under, "Key") < 0 || fieldNamed(under, "Algorithm") < 0) {
		return "has no fields Key and Algorithm"
	}
	for claim, field := range row.Fields {
		i := fieldNamed(under, field)
		if i < 0 {
			return "has no field " + field
		}
		if row.Is == model.IsHeader || row.Is == model.IsVerified {
			continue // The library fills it, not encoding/json.
		}
		tag, _, _ := strings.Cut(reflect.StructTag(under.(*types.Struct).Tag(i)).Get("json"), ",")
		if tag != string(claim) {
			return fmt.Sprintf("its field %s holds %q", field, tag)
		}
	}
	return ""
}

// fieldProblem says why a field is not what its row says, "" if it is.
func (c *resolver) fieldProblem(row *model.Field) string {
	named, ok := c.lookup(row.Type).(*types.TypeName)
	if !ok {
		return "no such type"
	}
	i := fieldNamed(named.Type().Underlying(), row.Name)
	if i < 0 {
		return "no such field"
	}
	typ := named.Type().Underlying().(*types.Struct).Field(i).Type()
	want := map[model.Role]string{model.Enforces: "[]string", model.Disables: "bool", model.NamesMethod: "string"}[row.Does]
	got := short(typ)
	switch familyOf(c.lib) {
	case middlewares:
		if !fitsSetting(typ, row.Does) {
			return "is a " + got
		}
		want = got
	case goJoses, katarases, irises:
		want = map[model.Claim]string{model.Aud: "Audience"}[row.Check]
		if want == "" {
			want = "string"
		}
		if row.Does == model.Carries {
			want = row.Name
		}
	}
	if got != want {
		return "is a " + got
	}
	if FieldOf(named.Type(), row.Name) == nil {
		return "FieldOf does not find it"
	}
	return ""
}

// fitsSetting reports whether a setting of the role can have the type.
func fitsSetting(typ types.Type, does model.Role) bool {
	switch under := typ.Underlying().(type) {
	case *types.Signature:
		return does == model.SelectsKey || does == model.Verifies || does == model.SeesClaims
	case *types.Basic:
		return under.Kind() == types.String && (does == model.Enforces || does == model.SelectsKey) ||
			under.Kind() == types.Bool && does == model.Disables
	case *types.Slice:
		return does == model.SelectsKey || does == model.Carries || does == model.GivesKey || does == model.ParsesKey
	case *types.Interface:
		return does == model.GivesKey || does == model.Enforces
	case *types.Map, *types.Struct:
		return does == model.GivesKey
	}
	return false
}

// varProblem says why a variable is not what its row says, "" if it is.
func (c *resolver) varProblem(row *model.Var) string {
	obj := c.lookup(row.Name)
	if obj == nil {
		return "no such variable"
	}
	if got := VarOf(obj); got == nil || got.Name != row.Name {
		return "VarOf does not find it"
	}
	typ, _ := TypeOf(obj.Type())
	if row.Family != "" && (typ == nil || typ.Is != model.IsMethod || typ.Family != row.Family) {
		return fmt.Sprintf("is a %s, not of %s", obj.Type(), row.Family)
	}
	return ""
}

func (c *resolver) lookup(name string) types.Object {
	for _, pkg := range c.pkgs {
		if obj := pkg.Scope().Lookup(name); obj != nil {
			return obj
		}
	}
	return nil
}

// fieldNamed returns the index of a struct's own field, or -1.
func fieldNamed(t types.Type, name string) int {
	s, ok := t.(*types.Struct)
	if !ok {
		return -1
	}
	for i := range s.NumFields() {
		if s.Field(i).Name() == name {
			return i
		}
	}
	return -1
}

// TestRowsDoNotOverlap: one function has one row at any version.
func TestRowsDoNotOverlap(t *testing.T) {
	for _, lib := range Libraries() {
		for i, a := range lib.Funcs {
			for _, b := range lib.Funcs[i+1:] {
				if a.Recv != b.Recv || a.Name != b.Name || a.Pkg != b.Pkg && a.Pkg != "" && b.Pkg != "" {
					continue
				}
				aFirst := a.Until != "" && b.Since != "" && semver.Compare(a.Until, b.Since) <= 0
				bFirst := b.Until != "" && a.Since != "" && semver.Compare(b.Until, a.Since) <= 0
				if !aFirst && !bFirst {
					t.Errorf("%s: two rows for %s", lib.Name, nameOf(&a))
				}
			}
		}
	}
}

// failure checks what is said of the error's own type, and of its bits.
func (c *resolver) failure() {
	f := c.lib.Failure
	if f.Report == "" {
		return
	}
	scope := c.pkgs[0].Scope()
	report, ok := scope.Lookup(f.Report).(*types.TypeName)
	if !ok {
		c.Errorf("%s@%s: no type %s", c.lib.Name, c.version, f.Report)
		return
	}
	if field, _, _ := types.LookupFieldOrMethod(report.Type(), true, c.pkgs[0], f.Bits); field == nil {
		c.Errorf("%s@%s: %s has no field %s", c.lib.Name, c.version, f.Report, f.Bits)
	}
	for name, bit := range map[string]int64{"SignatureInvalid": f.ForgedBit, "Expired": f.ExpiredBit} {
		value, ok := scope.Lookup(f.Report + name).(*types.Const)
		if n := fmt.Sprint(bit); !ok || value.Val().ExactString() != n {
			c.Errorf("%s@%s: %s%s is %v, not %s", c.lib.Name, c.version, f.Report, name, value, n)
		}
	}
}
