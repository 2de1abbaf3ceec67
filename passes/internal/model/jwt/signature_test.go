package jwt

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// signatureProblems compares a row with the real signature: every position it
// names has to be there and of a type that can mean what the row says, and the
// results have to fit the role.
func signatureProblems(fn *types.Func, row *model.Func) []string {
	if familyOf(LibraryOf(fn.Pkg().Path())) == middlewares {
		return middlewareProblems(fn, row)
	}
	s := fn.Signature()
	var out []string
	report := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }

	positions := positionsOf(row)
	for name, pos := range positions {
		if pos == model.None {
			continue
		}
		typ, ok := typeAt(s, pos)
		if !ok {
			report("no position %d for %s in %s", pos, name, s)
			continue
		}
		if want := wanted(row, name); !slices.Contains(want, typ) {
			report("%s is a %s, not one of %v", name, typ, want)
		}
	}
	for _, name := range needed[row.Does] {
		if positions[name] == model.None && (name != "Key" || row.Options == model.None) {
			report("the row names no position for %s", name)
		}
	}
	if len(out) > 0 {
		return out
	}
	// Have: all that the role needs, in range.
	if problem := namesProblem(s, row); problem != "" {
		report("%s", problem)
	}
	if row.Options != model.None && row.Does != model.Carries && !s.Variadic() {
		report("Options is not variadic in %s", s)
	}
	if got, want := resultsOf(s), wantedResults(row); !slices.Contains(want, got) {
		report("results are %s, not one of %v", got, want)
	}
	return out
}

// namesProblem covers what types cannot tell apart. Every operand of an option
// has a meaning; of the texts and bytes that a signing method gets, the names
// say which is which.
func namesProblem(s *types.Signature, row *model.Func) string {
	switch row.Does {
	case model.Enforces, model.Disables, model.Switches, model.Carries:
		named := 0
		for _, pos := range positionsOf(row) {
			if _, ok := pos.IsArg(); ok {
				named++
			}
		}
		if named != s.Params().Len() {
			return fmt.Sprintf("names %d operands of %d", named, s.Params().Len())
		}
	case model.VerifiesSignature:
		if row.Options != model.None || row.Pkg != "" {
			return "" // The types tell.
		}
		if i, _ := row.Token.IsArg(); s.Params().At(i).Name() != "signingString" {
			return "Token is not the text that is signed"
		}
		fallthrough
	case model.Signs:
		if row.Options != model.None {
			return ""
		}
		if i, _ := row.Key.IsArg(); s.Params().At(i).Name() != "key" {
			return "Key is not the key"
		}
	}
	return ""
}

func positionsOf(row *model.Func) map[string]model.Pos {
	return map[string]model.Pos{
		"Token": row.Token, "Key": row.Key, "Claims": row.Claims, "Options": row.Options,
		"Method": row.Method, "Value": row.Value, "Required": row.Required, "Settings": row.Settings,
		"Named": row.Named, "Into": row.Into, "Leeway": row.Leeway,
	}
}

// needed lists the positions without which a role says nothing.
var needed = map[model.Role][]string{
	model.Verifies:          {"Token", "Key"},
	model.ParsesUnverified:  {"Token", "Claims"},
	model.BuildsParser:      {"Options"},
	model.BuildsValidator:   {"Options"},
	model.BuildsToken:       {"Method"},
	model.Signs:             {"Key"},
	model.VerifiesSignature: {"Token", "Key"},
	model.ParsesKey:         {"Key"},
	model.ChecksClaim:       {"Value"},
	model.ValidatesClaims:   {"Claims"},
	model.SelectsKey:        {"Token"},
	model.SelectsMethod:     {"Method"},
	model.PinsKey:           {"Method", "Key"},
	model.GivesKey:          {"Key"},
	model.SinksKey:          {"Method", "Key"},
	model.WrapsKey:          {"Key"},
	model.Switches:          {"Value"},
}

// wanted lists the types, without packages, that a position may have.
func wanted(row *model.Func, name string) []string {
	switch name {
	case "Token":
		if row.Does == model.SelectsKey {
			return []string{"*Token"}
		}
		return []string{"string", "[]byte", "*Request", "Reader", "Header", "Values"}
	case "Key":
		switch row.Does {
		case model.Verifies:
			return []string{"Keyfunc"}
		case model.ParsesKey:
			return []string{"[]byte"}
		}
		return []string{"any", "[]byte", "string", "Key", "Set", "KeyProvider"}
	case "Claims":
		return []string{"Claims", "Token", row.Recv}
	case "Options":
		return []string{"[]ParserOption", "[]ParseFromRequestOption", "*Parser",
			"[]ParseOption", "[]ValidateOption", "[]VerifyOption", "[]SignOption"}
	case "Named":
		return []string{"string"}
	case "Into":
		return []string{"any"}
	case "Method":
		switch row.Does {
		case model.SelectsMethod:
			return []string{"string"}
		case model.Enforces:
			return []string{"[]string"}
		}
		return []string{"SigningMethod", "KeyAlgorithm", "SignatureAlgorithm"}
	case "Value":
		switch {
		case row.Does == model.Switches, row.Does == model.Disables:
			return []string{"bool"}
		case row.Does == model.Carries:
			return []string{"Validator"}
		case row.Named != model.None:
			return []string{"string", "any"}
		}
		if row.Check == model.Exp {
			return []string{"int64", "Time"}
		}
		return []string{"string", "[]string"}
	}
	return []string{"bool"} // Required
}

// wantedResults lists the result types that fit a role.
func wantedResults(row *model.Func) []string {
	switch row.Does {
	case model.Verifies:
		return []string{"*Token, error", "Token, error"}
	case model.ParsesUnverified:
		return []string{"*Token, []string, error", "Token, error"}
	case model.BuildsParser:
		return []string{"*Parser"}
	case model.BuildsValidator:
		return []string{"*Validator", "*ValidationHelper"}
	case model.BuildsToken:
		return []string{"*Token"}
	case model.Signs:
		return []string{"string, error", "[]byte, error", "*Serializer"}
	case model.VerifiesSignature:
		return []string{"error", "[]byte, error"}
	case model.ValidatesClaims:
		return []string{"error"}
	case model.Enforces, model.Disables, model.Switches:
		return []string{"ParserOption", "ParseOption", "ValidateOption", "Validator"}
	case model.Carries:
		return []string{"ParseFromRequestOption", "ParseOption", "ValidateOption"}
	case model.HandsKey, model.SinksKey, model.WrapsKey, model.ReturnsMethod:
		return handedResults[row.Does]
	case model.ParsesKey:
		return []string{keyType(row) + ", error"}
	case model.GetsClaim:
		if row.Named != model.None || row.Recv == "Token" || row.Check.InHeader() {
			return claimResults(row)
		}
		if typ, ok := map[model.Claim]string{model.Aud: "ClaimStrings", model.Exp: "*NumericDate"}[row.Check]; ok {
			return []string{typ + ", error"}
		}
		return []string{"string, error"}
	case model.ChecksClaim:
		return []string{"bool", "error"}
	case model.SelectsKey:
		return []string{"any, error"}
	case model.SelectsMethod:
		return []string{"SigningMethod", "SignatureAlgorithm, bool"}
	case model.NamesMethod:
		return []string{"string"}
	case model.GivesKey:
		return []string{"GivenKey", "error", "bool"}
	}
	return []string{"Keyfunc", "func(token *Token) (any, error)"} // PinsKey, MakesKeyfunc
}

// handedResults are those of functions that hand keys and algorithms on.
var handedResults = map[model.Role][]string{
	model.HandsKey:      {"ParseOption", "VerifyOption", "SignOption", "SignVerifyOption", "SignEncryptParseOption"},
	model.SinksKey:      {""},
	model.WrapsKey:      {"Key, error", "Set, error", "T, error"},
	model.ReturnsMethod: {"SignatureAlgorithm"},
}

// claimResults are the results of a getter of a token that is its own claims.
func claimResults(row *model.Func) []string {
	switch {
	case row.Into != model.None:
		return []string{"error"}
	case row.Named != model.None:
		return []string{"any, bool"}
	}
	typ := map[model.Claim]string{
		model.Aud: "[]string", model.Exp: "Time", model.JWK: "Key", model.Alg: "SignatureAlgorithm", model.All: "map[string]any, error",
	}[row.Check]
	if typ == "" {
		typ = "string"
	}
	return []string{typ, typ + ", bool"}
}

// keyType is what a parser of the row's family returns. The types of Ed25519
// keys are no pointers, so the libraries return an interface.
func keyType(row *model.Func) string {
	kind := "PublicKey"
	if row.Private {
		kind = "PrivateKey"
	}
	if row.Family != model.EdDSA {
		kind = "*" + kind
	}
	return kind
}

// typeAt returns the type at a position, without packages.
func typeAt(s *types.Signature, pos model.Pos) (string, bool) {
	if pos == model.Recv {
		if s.Recv() == nil {
			return "", false
		}
		return strings.TrimPrefix(short(s.Recv().Type()), "*"), true
	}
	if i, ok := pos.IsResult(); ok && i < s.Results().Len() {
		return short(s.Results().At(i).Type()), true
	}
	i, ok := pos.IsArg()
	if !ok || i >= s.Params().Len() {
		return "", false
	}
	return short(s.Params().At(i).Type()), true
}

func resultsOf(s *types.Signature) string {
	var out []string
	for v := range s.Results().Variables() {
		out = append(out, short(v.Type()))
	}
	return strings.Join(out, ", ")
}

func short(t types.Type) string {
	text := types.TypeString(t, func(*types.Package) string { return "" })
	return strings.ReplaceAll(text, "interface{}", "any")
}
