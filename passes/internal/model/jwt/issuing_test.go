package jwt

import (
	"fmt"
	"go/types"
	"slices"

	"github.com/jwtvet/jwtvet/passes/internal/model"
)

// issuing lists what the functions that build and issue claims return, by role.
// They look alike in all families.
var issuing = map[model.Role][]string{
	model.BuildsClaims:   {"Token", "*Builder", "Builder"},
	model.SetsClaim:      {"", "error", "*Builder", "Builder"},
	model.FinishesClaims: {"Token, error"},
	model.Issues:         {"string, error", "Token, string, error"},
	model.Tolerates:      {"ParserOption", "ValidateOption"},
}

// issuingOperands lists the types that their positions may have.
var issuingOperands = map[string][]string{
	"Claims": {"Builder", "Token", "any", "map[string]any"},
	"Value":  {"Time", "Duration", "any", "string", "[]string"},
	"Named":  {"string"},
	"Leeway": {"Duration"},
}

// issuingProblems compares the row of such a function with its signature.
func issuingProblems(fn *types.Func, row *model.Func) []string {
	var out []string
	for name, pos := range positionsOf(row) {
		if pos == model.None {
			continue
		}
		if typ, ok := typeAt(fn.Signature(), pos); !ok || !slices.Contains(issuingOperands[name], typ) {
			out = append(out, fmt.Sprintf("%s is a %s, not one of %v", name, typ, issuingOperands[name]))
		}
	}
	if got := resultsOf(fn.Signature()); !slices.Contains(issuing[row.Does], got) {
		out = append(out, fmt.Sprintf("results are %s, not one of %v", got, issuing[row.Does]))
	}
	sets := row.Does == model.SetsClaim
	if sets != (row.Named != model.None || row.Check != "") || sets && row.Check != model.All && row.Value == model.None {
		out = append(out, "the row does not say which claim is set, and to what")
	}
	if (row.Does == model.Tolerates) != (row.Leeway != model.None) {
		out = append(out, "the row does not say how long")
	}
	return out
}
